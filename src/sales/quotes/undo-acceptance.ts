import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import type { quotesApi } from '../api/quotes.ts';
import { refuseConnected } from '../connecting/refuse-connected.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { writeDeal } from '../deals/write-deal.ts';
import { lockQuote } from './lock-quote.ts';

type Api = (typeof quotesApi)['POST /api/deals/{id}/quotes/{quoteId}/undo'];

/**
 * Takes an acceptance back while nothing is connected: the quote and its contract hold no longer,
 * and the deal is worth what it was before, unless somebody has said otherwise since.
 */
export async function undoAcceptance(
  ctx: Ctx,
  { id: dealId, quoteId, reason }: z.output<Api['input']>,
): Promise<Result<Done>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  const deal = held.value;
  const quote = await lockQuote(ctx, { id: quoteId });
  if (!quote || quote.dealId !== dealId) return fail('sales.no_such_quote');
  const refused = await refuseConnected(ctx, dealId);
  if (refused) return refused;
  if (deal.state !== 'open') return fail('sales.deal_closed');
  if (quote.state !== 'accepted') return fail('sales.not_accepted');
  await ctx.db
    .updateTable('quotes')
    .set({
      state: 'withdrawn',
      decidedAt: ctx.clock.now(),
      undoReason: reason,
      undoneBy: staffIdOf(ctx.actor),
    })
    .where('id', '=', quoteId)
    .execute();
  const { monthlyMinor, onceMinor, formerMonthlyMinor, formerOnceMinor } = quote;
  if (deal.monthlyMinor === monthlyMinor && deal.onceMinor === onceMinor) {
    const former = {
      monthlyMinor: formerMonthlyMinor ?? monthlyMinor,
      onceMinor: formerOnceMinor ?? onceMinor,
    };
    await writeDeal(ctx, deal, { ...deal, ...former });
  }
  await emit(ctx, {
    type: 'sales.acceptance_undone',
    subject: { kind: 'deal', id: dealId },
    subscriberId: deal.subscriberId,
    facts: { number: dealId, quoteId },
    personal: { reason },
  });
  return ok({});
}
