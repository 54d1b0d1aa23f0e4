import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { type Fail, fail, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { type At, lockGift, type StoredGift, writeGift } from './lock-gift.ts';

/** So many days before its month a gift may leave; earlier it would be of another budget. */
const EARLY_DAYS = 7;

/** Says that an approved gift was delivered. */
export async function deliverGift(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'approved') return fail('vip.not_approved');
  if (gift.hasLeft) return fail('vip.has_left');
  if (daysAfter(today(ctx), EARLY_DAYS) < gift.month) return fail('vip.too_early');
  const by = { deliveredBy: staffIdOf(ctx.actor), deliveredAt: ctx.clock.now() };
  const set = { state: 'delivered', wasDelivered: true, ...by } as const;
  return writeGift(ctx, gift, set, { type: 'vip.gift_delivered' });
}

/** So long whoever said it may take it back: a slip of the hand. */
const SLIP_MS = 10 * 60_000;

/**
 * Takes that back, with what was said of how it was taken: whoever said it at once, later another
 * who approves gifts than who planned it.
 */
export async function undeliverGift(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'delivered') return fail('vip.not_delivered');
  const refused = isSlip(ctx, gift) ? null : await refuseUndoing(ctx, at, gift);
  if (refused) return refused;
  const none = { deliveredBy: null, deliveredAt: null, reaction: null, reactedAt: null };
  const set = { state: 'approved', ...none, reactionNote: '' } as const;
  return writeGift(ctx, gift, set, { type: 'vip.gift_undelivered' });
}

const isSlip = (ctx: Ctx, { deliveredBy, deliveredAt, reaction }: StoredGift): boolean =>
  deliveredBy === staffIdOf(ctx.actor) &&
  deliveredAt !== null &&
  reaction === null &&
  ctx.clock.now().getTime() - deliveredAt.getTime() <= SLIP_MS;

/** What was handed over once is not undone by whoever planned it, nor without a leader. */
export async function refuseUndoing(ctx: Ctx, at: At, gift: StoredGift): Promise<Fail | null> {
  const led = await lockGift(ctx, at, 'vip.approve');
  if (!led.ok) return fail('vip.was_delivered');
  return staffIdOf(ctx.actor) === gift.plannedBy ? fail('vip.own_wish') : null;
}
