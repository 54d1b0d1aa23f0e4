import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { putBack } from './budget.ts';
import { type At, lockGift, writeGift } from './lock-gift.ts';

/** Lets a gift go that was not delivered: what was approved for it is free again. */
export async function cancelGift(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'proposed' && gift.state !== 'approved') return fail('vip.decided_already');
  if (gift.state === 'approved') await putBack(ctx, gift.itemId, gift.count);
  return writeGift(ctx, gift, { state: 'cancelled' }, { type: 'vip.gift_cancelled' });
}
