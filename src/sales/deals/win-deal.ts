import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockDeal } from './lock-deal.ts';
import { writeDeal } from './write-deal.ts';

type Input = { id: number; version: number };

/** Says that a deal is won; it stays in the stage where it was. */
export async function winDeal(
  ctx: Ctx,
  { id, version }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockDeal(ctx, id, version);
  if (!locked.ok) return locked;
  if (locked.value.state !== 'open') return fail('sales.deal_closed');
  const after = { ...locked.value, state: 'won' as const };
  return ok({ id, version: await writeDeal(ctx, locked.value, after) });
}
