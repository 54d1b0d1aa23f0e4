import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { type FreeSlot, freeSlots } from './free-slots.ts';

/** When somebody can come to where a deal connects. */
export async function listFree(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ slots: FreeSlot[] }>> {
  const found = await findDeal(ctx, id);
  return found.ok ? ok({ slots: await freeSlots(ctx, found.value) }) : found;
}
