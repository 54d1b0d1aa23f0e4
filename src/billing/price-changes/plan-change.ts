import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { WantedChange } from '../api/price-changes.ts';
import { findPair } from './find-pair.ts';
import { refuseLate } from './refuse-late.ts';

/** Plans a change of price; nobody is told and nothing is changed by that. */
export async function planChange(
  ctx: Ctx,
  input: WantedChange & { words: string },
): Promise<Result<{ id: number }>> {
  const pair = await findPair(ctx, input);
  if (!pair.ok) return pair;
  const late = await refuseLate(ctx, input.fromOn);
  if (late) return late;
  const made = await ctx.db
    .insertInto('priceChanges')
    .values({ ...input, plannedAt: ctx.clock.now(), plannedBy: staffIdOf(ctx.actor) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('billing.price_change_open');
  const { product, currency, beforeMinor, afterMinor } = pair.value;
  await emit(ctx, {
    type: 'billing.price_change_planned',
    subject: { kind: 'price_change', id: made.id },
    facts: { product, currency, beforeMinor, afterMinor, fromOn: input.fromOn },
  });
  return ok(made);
}
