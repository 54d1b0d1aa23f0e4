import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { lockBudget, takeStock } from './budget.ts';
import { type At, lockGift, type StoredGift, writeGift } from './lock-gift.ts';
import { needsSecond } from './needs-second.ts';
import { weighGift } from './weigh-gift.ts';

/**
 * Approves a gift that another has planned. One for much, where the planner or whoever approves
 * leads the client, takes two, neither of them the planner. Who leads, what the law allows and
 * what the year has brought is looked at now. Money is taken from the month's budget under its
 * lock; above it only with a reason that is kept.
 */
export async function approveGift(
  ctx: Ctx,
  { overspendReason, ...at }: At & { overspendReason: string },
): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.approve');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'proposed') return fail('vip.decided_already');
  if (gift.hasLeft) return fail('vip.has_left');
  const me = staffIdOf(ctx.actor);
  if (me === null || me === gift.plannedBy || me === gift.approvedBy) return fail('vip.own_wish');
  const refused = await weighGift(ctx, { id: gift.rootId, kind: gift.clientKind }, gift);
  if (refused) return refused;
  const isFirst = gift.approvedBy === null;
  const approved = isFirst ? { approvedBy: me, approvedAt: ctx.clock.now() } : { secondBy: me };
  if (isFirst && (gift.needsSecond || (await isOwn(ctx, gift, me)))) {
    const half = { ...approved, needsSecond: true };
    return writeGift(ctx, gift, half, { type: 'vip.gift_half_approved' });
  }
  const leftMinor = await lockBudget(ctx, gift);
  const isOver = gift.costMinor > leftMinor;
  if (isOver && overspendReason === '') return fail('vip.over_budget', { leftMinor });
  if (!(await takeStock(ctx, gift.itemId, gift.count))) return fail('vip.out_of_stock');
  const reason = isOver ? overspendReason : '';
  const set = { ...approved, state: 'approved', overspendReason: reason } as const;
  return writeGift(ctx, gift, set, { type: 'vip.gift_approved', facts: { isOver } });
}

const isOwn = (ctx: Ctx, { rootId, deliverOn, plannedBy }: StoredGift, me: number) =>
  needsSecond(ctx, { rootId, deliverOn, plannedBy, approvers: [me], newMinor: 0 });
