import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { isVeiled } from '../../subscribers/index.ts';
import { addressOf } from '../deals/address-of.ts';
import { findDeal } from '../deals/lock-deal.ts';
import { printQuote } from '../papers/print-quote.ts';

/** A quote as a PDF to whoever works with its deal. */
export async function downloadQuote(
  ctx: Ctx,
  { id, quoteId }: { id: number; quoteId: number },
): Promise<Result<Download>> {
  const found = await findDeal(ctx, id);
  if (!found.ok) return found;
  const deal = found.value;
  const isHidden = await isVeiled(ctx, deal.subscriberId);
  const buyer = isHidden ? null : { name: deal.name, address: await addressOf(ctx, deal) };
  return printQuote(ctx, { id: quoteId, dealId: id, buyer });
}
