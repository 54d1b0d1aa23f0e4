import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscribers } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';

type PairState = 'open' | 'merged' | 'different';

/** Says that two who look alike are different persons, or takes that back. */
export async function judgePair(
  ctx: Ctx,
  input: { firstId: number; secondId: number; verdict: Exclude<PairState, 'merged'> },
): Promise<Result<Done>> {
  const pair = [input.firstId, input.secondId].toSorted((a, b) => a - b);
  const [firstId = 0, secondId = 0] = pair;
  const found = await lockSubscribers(ctx, pair, 'subscribers.merge');
  if (!found.ok) return found;
  const isOpen = input.verdict === 'open';
  const judged = await ctx.db
    .updateTable('duplicatePairs')
    .set({
      state: input.verdict,
      judgedBy: isOpen ? null : staffIdOf(ctx.actor),
      judgedAt: isOpen ? null : ctx.clock.now(),
    })
    .where('firstId', '=', firstId)
    .where('secondId', '=', secondId)
    .where('state', '<>', 'merged')
    .returning('firstId')
    .executeTakeFirst();
  if (!judged) return fail('subscribers.no_such_pair');
  const type = isOpen ? 'subscribers.judged_alike' : 'subscribers.judged_different';
  await recordEvent(ctx, firstId, type, { facts: { otherId: secondId } });
  return ok({});
}
