import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { holdAnyDeal } from '../deals/lock-deal.ts';
import { lockQuote } from './lock-quote.ts';

/** Declines a quote by its link, with the person's words; the deal stays with its owner. */
export async function declineQuote(
  ctx: Ctx,
  { token, words }: { token: string; words: string },
): Promise<Result<Done>> {
  if (ctx.actor.kind !== 'public') return fail('sales.buyer_alone');
  const deal = await holdAnyDeal(ctx, { token });
  const quote = deal ? await lockQuote(ctx, { token }) : null;
  if (!deal || !quote) return fail('sales.no_such_quote');
  if (quote.state === 'declined') return ok({});
  if (quote.state !== 'offered') return fail('sales.quote_decided');
  await ctx.db
    .updateTable('quotes')
    .set({ state: 'declined', decidedAt: ctx.clock.now(), declineWords: words })
    .where('id', '=', quote.id)
    .execute();
  await emit(ctx, {
    type: 'sales.quote_declined',
    subject: { kind: 'deal', id: deal.id },
    subscriberId: deal.subscriberId,
    facts: { number: deal.id, quoteId: quote.id },
    personal: { words },
  });
  return ok({});
}
