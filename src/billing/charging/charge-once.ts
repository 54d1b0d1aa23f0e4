import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockAccount } from '../find-account.ts';
import { postOnce } from './post-once.ts';

/** Charges something once, in words that stand on the statement. */
export async function chargeOnce(
  ctx: Ctx,
  { id, amountMinor, words }: { id: number; amountMinor: number; words: string },
): Promise<Result<{ lineId: number }>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  return ok({ lineId: await postOnce(ctx, locked.value, { amountMinor, words }) });
}

/** The same for what was agreed upon in a sale: whoever serves the account may. */
export async function chargeFor(
  ctx: Ctx,
  { id, amountMinor, words }: { id: number; amountMinor: number; words: string },
): Promise<Result<{ lineId: number }>> {
  const locked = await lockAccount(ctx, id, 'billing.serve');
  if (!locked.ok) return locked;
  return ok({ lineId: await postOnce(ctx, locked.value, { amountMinor, words }) });
}
