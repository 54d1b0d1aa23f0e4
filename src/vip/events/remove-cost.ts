import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockCost } from './lock-cost.ts';
import { type At, tellEvent } from './lock-event.ts';

/** Takes a cost back, or refuses one that was asked for. */
export async function removeCost(
  ctx: Ctx,
  { reason, ...at }: At & { reason: string },
): Promise<Result<At>> {
  const locked = await lockCost(ctx, at);
  if (!locked.ok) return locked;
  const { state, name, amountMinor, event } = locked.value;
  if (state === 'removed') return fail('vip.decided_already');
  await ctx.db
    .updateTable('vipEventCosts')
    .set({ state: 'removed', version: at.version + 1 })
    .where('id', '=', at.id)
    .execute();
  const facts = { cost: name, amountMinor };
  await tellEvent(ctx, event, { type: 'vip.event_cost_removed', facts, note: reason });
  return ok({ id: at.id, version: at.version + 1 });
}
