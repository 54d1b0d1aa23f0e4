import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import { makeContract } from '../contracts/make-contract.ts';
import { holdAnyDeal } from '../deals/lock-deal.ts';
import type { Stored } from '../deals/values.ts';
import { writeDeal } from '../deals/write-deal.ts';
import { lockQuote } from './lock-quote.ts';
import { tellReplaced } from './replace-offered.ts';

/**
 * Accepts a quote by its link: the contract is made, and the deal is worth what was accepted from
 * then on; one that was accepted before it holds no longer. Said again it stays accepted, by
 * whoever was first; under a deal that is won or lost nothing is accepted any more. Nobody of ours
 * says yes for the buyer.
 */
export async function acceptQuote(
  ctx: Ctx,
  { token, name }: { token: string; name: string },
): Promise<Result<Done>> {
  if (ctx.actor.kind !== 'public') return fail('sales.buyer_alone');
  const deal = await holdAnyDeal(ctx, { token });
  if (!deal) return fail('sales.no_such_quote');
  const quote = await lockQuote(ctx, { token });
  if (!quote) return fail('sales.no_such_quote');
  if (quote.state === 'accepted') return ok({});
  if (quote.state !== 'offered' || deal.state !== 'open') return fail('sales.quote_decided');
  if (quote.validUntil < today(ctx)) return fail('sales.quote_past');
  const former = await replaceAccepted(ctx, deal);
  await ctx.db
    .updateTable('quotes')
    .set({
      state: 'accepted',
      decidedAt: ctx.clock.now(),
      acceptedName: name,
      acceptedFrom: ctx.call?.remoteAddress ?? null,
      formerMonthlyMinor: former.monthlyMinor,
      formerOnceMinor: former.onceMinor,
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

type Worth = Pick<Stored, 'monthlyMinor' | 'onceMinor'>;

/**
 * Withdraws the quote that was accepted until now, so that none comes back with what is taken back
 * later. @returns what the deal was worth before anything was accepted
 */
async function replaceAccepted(ctx: Ctx, deal: Stored): Promise<Worth> {
  // quotes_accepted (deal_id) where state = 'accepted'
  const { rows } = await sql<Worth & { id: number; isWorth: boolean }>`
    update quotes set state = 'withdrawn', decided_at = ${ctx.clock.now()}
    where  deal_id = ${deal.id} and state = 'accepted'
    returning id,
              monthly_minor = ${deal.monthlyMinor} and once_minor = ${deal.onceMinor} as is_worth,
              coalesce(former_monthly_minor, monthly_minor) as monthly_minor,
              coalesce(former_once_minor, once_minor) as once_minor`.execute(ctx.db);
  const [replaced] = rows;
  if (!replaced) return deal;
  await tellReplaced(ctx, deal, replaced.id);
  // Somebody has said otherwise since.
  return replaced.isWorth ? replaced : deal;
}
