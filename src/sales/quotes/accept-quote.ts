import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { makeContract } from '../contracts/make-contract.ts';
import { holdAnyDeal } from '../deals/lock-deal.ts';
import { writeDeal } from '../deals/write-deal.ts';
import { lockQuote } from './lock-quote.ts';

/**
 * Accepts a quote by its link: the contract is made, and the deal is worth what was accepted from
 * then on. Said again it stays accepted, by whoever was first; under a deal that is won or lost
 * nothing is accepted any more.
 */
export async function acceptQuote(
  ctx: Ctx,
  { token, name }: { token: string; name: string },
): Promise<Result<Done>> {
  const deal = await holdAnyDeal(ctx, { token });
  if (!deal) return fail('sales.no_such_quote');
  const quote = await lockQuote(ctx, { token });
  if (!quote) return fail('sales.no_such_quote');
  if (quote.state === 'accepted') return ok({});
  if (quote.state !== 'offered' || deal.state !== 'open') return fail('sales.quote_decided');
  if (quote.validUntil < today(ctx)) return fail('sales.quote_past');
  await ctx.db
    .updateTable('quotes')
    .set({
      state: 'accepted',
      decidedAt: ctx.clock.now(),
      acceptedName: name,
      acceptedFrom: ctx.call?.remoteAddress ?? null,
      formerMonthlyMinor: deal.monthlyMinor,
      formerOnceMinor: deal.onceMinor,
    })
    .where('id', '=', quote.id)
    .execute();
  const contract = await makeContract(ctx, { deal, quote, name });
  const { monthlyMinor, onceMinor } = quote;
  await writeDeal(ctx, deal, { ...deal, monthlyMinor, onceMinor });
  await emit(ctx, {
    type: 'sales.quote_accepted',
    subject: { kind: 'deal', id: deal.id },
    subscriberId: deal.subscriberId,
    facts: { number: deal.id, quoteId: quote.id, monthlyMinor, contract },
    personal: { name },
  });
  return ok({});
}
