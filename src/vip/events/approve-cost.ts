import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockCost } from './lock-cost.ts';
import { type At, tellEvent } from './lock-event.ts';

/** Approves what another asks for above the budget; whoever is in charge does not either. */
export async function approveCost(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockCost(ctx, at);
  if (!locked.ok) return locked;
  const { state, addedBy, name, amountMinor, event } = locked.value;
  if (state !== 'asked') return fail('vip.decided_already');
  const me = staffIdOf(ctx.actor);
  if (me === null || me === addedBy || me === event.inChargeId) return fail('vip.own_wish');
  await ctx.db
    .updateTable('vipEventCosts')
    .set({ state: 'stands', approvedBy: me, version: at.version + 1 })
    .where('id', '=', at.id)
    .execute();
  const facts = { cost: name, amountMinor };
  await tellEvent(ctx, event, { type: 'vip.event_cost_approved', facts });
  return ok({ id: at.id, version: at.version + 1 });
}
