import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { holdDeal } from '../deals/lock-deal.ts';
import { lockQuote } from './lock-quote.ts';

/** Takes a quote back for a reason; its page says that it is, not why. */
export async function withdrawQuote(
  ctx: Ctx,
  { id: dealId, quoteId, reason }: { id: number; quoteId: number; reason: string },
): Promise<Result<Done>> {
  const held = await holdDeal(ctx, dealId);
  if (!held.ok) return held;
  const quote = await lockQuote(ctx, { id: quoteId });
  if (!quote || quote.dealId !== dealId) return fail('sales.no_such_quote');
  if (quote.state !== 'offered') return fail('sales.quote_decided');
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
  await emit(ctx, {
    type: 'sales.quote_withdrawn',
    subject: { kind: 'deal', id: dealId },
    subscriberId: held.value.subscriberId,
    facts: { number: dealId, quoteId },
    personal: { reason },
  });
  return ok({});
}
