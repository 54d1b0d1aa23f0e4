import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { lockBudget, takeStock } from './budget.ts';
import { type At, lockGift, writeGift } from './lock-gift.ts';

/**
 * Approves a gift that another has planned. One for so much to whom the planner leads takes two,
 * neither of them the planner. Money is taken from the month's budget under its lock; above it only
 * with a reason that is kept.
 */
export async function approveGift(
  ctx: Ctx,
  { overspendReason, ...at }: At & { overspendReason: string },
): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.approve');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'proposed') return fail('vip.decided_already');
  const me = staffIdOf(ctx.actor);
  if (me === null || me === gift.plannedBy || me === gift.approvedBy) return fail('vip.own_wish');
  const isFirst = gift.approvedBy === null;
  const approved = isFirst ? { approvedBy: me, approvedAt: ctx.clock.now() } : { secondBy: me };
  if (gift.needsSecond && isFirst) {
    return writeGift(ctx, gift, approved, { type: 'vip.gift_half_approved' });
  }
  const leftMinor = await lockBudget(ctx, gift);
  const isOver = gift.costMinor > leftMinor;
  if (isOver && overspendReason === '') return fail('vip.over_budget', { leftMinor });
  if (!(await takeStock(ctx, gift.itemId, gift.count))) return fail('vip.out_of_stock');
  const reason = isOver ? overspendReason : '';
  const set = { ...approved, state: 'approved', overspendReason: reason } as const;
  return writeGift(ctx, gift, set, { type: 'vip.gift_approved', facts: { isOver } });
}
