import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { lockSubscriber } from '../find-subscriber.ts';
import { recordEvent } from '../record-event.ts';

/** Closes a fact: the wish was met, the experience was made good, or it is no longer so. */
export async function closeNeed(
  ctx: Ctx,
  input: { id: number; needId: number; reason: string },
): Promise<Result<Done>> {
  const found = await lockSubscriber(ctx, input.id);
  if (!found.ok) return found;
  const { id, ids } = found.value;
  const closed = await ctx.db
    .updateTable('needs')
    .set({ closedAt: ctx.clock.now(), closedReason: input.reason })
    .where('id', '=', input.needId)
    .where('subscriberId', 'in', ids)
    .where('closedAt', 'is', null)
    .returning(['id', 'kind', 'text'])
    .executeTakeFirst();
  if (!closed) return fail('subscribers.no_such_need');
  await recordEvent(ctx, id, 'subscribers.need_closed', {
    facts: { needId: closed.id, kind: closed.kind },
    personal: { text: closed.text, reason: input.reason },
  });
  return ok({});
}
