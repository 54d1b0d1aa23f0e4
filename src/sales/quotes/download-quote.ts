import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { printQuote } from '../papers/print-quote.ts';

/** A quote as a PDF to whoever works with its deal. */
export async function downloadQuote(
  ctx: Ctx,
  { id, quoteId }: { id: number; quoteId: number },
): Promise<Result<Download>> {
  const found = await findDeal(ctx, id);
  return found.ok ? printQuote(ctx, { id: quoteId, dealId: id }) : found;
}
