import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type At, lockGift, writeGift } from './lock-gift.ts';

/** Refuses a gift that was proposed, with the reason. */
export async function refuseGift(
  ctx: Ctx,
  { reason, ...at }: At & { reason: string },
): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.approve');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'proposed') return fail('vip.decided_already');
  const told = { type: 'vip.gift_refused', note: reason } as const;
  return writeGift(ctx, locked.value, { state: 'refused', note: reason }, told);
}
