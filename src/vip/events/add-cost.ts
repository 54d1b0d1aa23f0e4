import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { budgetLeft } from './budget-left.ts';
import { type At, lockLed, tellEvent } from './lock-event.ts';

type Input = { id: number; name: string; amountMinor: number; overspendReason: string };

/**
 * Adds a cost. Within what is left of the budget it stands at once; above it only with a reason,
 * and it waits until another approves it.
 */
export async function addCost(
  ctx: Ctx,
  { id, name, amountMinor, overspendReason }: Input,
): Promise<Result<At>> {
  const locked = await lockLed(ctx, { id });
  if (!locked.ok) return locked;
  const leftMinor = Math.max(0, await budgetLeft(ctx, locked.value));
  const isWithin = amountMinor <= leftMinor;
  if (!isWithin && overspendReason === '') {
    const code = 'vip.event_over_budget';
    return fail(code, { leftMinor }, { overspendReason: code });
  }
  const made = await ctx.db
    .insertInto('vipEventCosts')
    .values({
      eventId: id,
      name,
      amountMinor,
      state: isWithin ? 'stands' : 'asked',
      overspendReason: isWithin ? '' : overspendReason,
      addedBy: staffIdOf(ctx.actor),
      addedAt: ctx.clock.now(),
    })
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow();
  const type = isWithin ? 'vip.event_cost_added' : 'vip.event_cost_asked';
  await tellEvent(ctx, locked.value, { type, facts: { cost: name, amountMinor } });
  return ok(made);
}
