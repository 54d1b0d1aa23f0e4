import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { putBack } from './budget.ts';
import { refuseUndoing } from './deliver-gift.ts';
import { type At, lockGift, writeGift } from './lock-gift.ts';

/**
 * Lets a gift go that was not delivered: what was approved for it is free again. One that was said
 * to be delivered before is let go by a leader alone.
 */
export async function cancelGift(ctx: Ctx, at: At): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  const gift = locked.value;
  if (gift.state !== 'proposed' && gift.state !== 'approved') return fail('vip.decided_already');
  const refused = gift.wasDelivered ? await refuseUndoing(ctx, at, gift) : null;
  if (refused) return refused;
  if (gift.state === 'approved') await putBack(ctx, gift.itemId, gift.count);
  return writeGift(ctx, gift, { state: 'cancelled' }, { type: 'vip.gift_cancelled' });
}
