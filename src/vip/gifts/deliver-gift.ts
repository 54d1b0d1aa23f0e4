import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type At, lockGift, writeGift } from './lock-gift.ts';

/** Says that an approved gift was delivered. */
export async function deliverGift(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'approved') return fail('vip.not_approved');
  if (gift.hasLeft) return fail('vip.has_left');
  const by = { deliveredBy: staffIdOf(ctx.actor), deliveredAt: ctx.clock.now() };
  return writeGift(ctx, gift, { state: 'delivered', ...by }, { type: 'vip.gift_delivered' });
}

/** Takes that back, with what was said of how it was taken. */
export async function undeliverGift(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'delivered') return fail('vip.not_delivered');
  const none = { deliveredBy: null, deliveredAt: null, reaction: null, reactedAt: null };
  const set = { state: 'approved', ...none, reactionNote: '' } as const;
  return writeGift(ctx, locked.value, set, { type: 'vip.gift_undelivered' });
}
