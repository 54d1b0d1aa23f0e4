import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { giftsApi } from '../api/gifts.ts';
import { type At, lockGift, writeGift } from './lock-gift.ts';

type Input = z.output<(typeof giftsApi)['PUT /api/vip-gifts/{id}/reaction']['input']>;

/** Records how the client took a gift: they remember it, and call to thank for a month. */
export async function recordReaction(
  ctx: Ctx,
  { reaction, note, ...at }: Input,
): Promise<Result<At>> {
  const locked = await lockGift(ctx, at, 'vip.work');
  if (!locked.ok) return locked;
  if (locked.value.state !== 'delivered') return fail('vip.not_delivered');
  const set = { reaction, reactionNote: note, reactedAt: ctx.clock.now() };
  const told = { type: 'vip.gift_taken', facts: { reaction }, note } as const;
  return writeGift(ctx, locked.value, set, told);
}
