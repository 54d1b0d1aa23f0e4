import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { lockChange } from './lock-change.ts';

/** Cancels a change before its day; nobody is moved, and who was told is named by the list. */
export async function cancelChange(
  ctx: Ctx,
  input: { id: number; version: number },
): Promise<Result<Done>> {
  const locked = await lockChange(ctx, input);
  if (!locked.ok) return locked;
  const { id, fromOn, state } = locked.value;
  const isPlanned = state === 'planned' || (state === 'announced' && fromOn > today(ctx));
  if (!isPlanned) return fail('billing.not_planned');
  await ctx.db
    .updateTable('priceChanges')
    .set({ state: 'cancelled', endedAt: ctx.clock.now(), version: input.version + 1 })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'billing.price_change_cancelled',
    subject: { kind: 'price_change', id },
    facts: { fromOn, wasAnnounced: state === 'announced' },
  });
  return ok({});
}
