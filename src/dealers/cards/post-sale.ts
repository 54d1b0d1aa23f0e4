import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Entry, openDay, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';

type Island = { deedId: number; cards: number; dealerId: number | null; commissionMinor: number };

/**
 * The money of a sale, or of one taken back: the dealer owes what the cards are worth, the operator
 * owes it to whoever holds them, and the dealer has earned its commission. Each deed has one key.
 */
export async function postSale(
  ctx: Ctx,
  { valueMinor, currency }: { valueMinor: number; currency: string },
  { deedId, cards, dealerId, commissionMinor }: Island,
  kind: 'sold' | 'sale_undone',
): Promise<Result<unknown>> {
  if (dealerId === null) throw new Error('a card was sold by nobody');
  const worthMinor = cards * valueMinor * (kind === 'sold' ? 1 : -1);
  const common = { occurredOn: await openDay(ctx, today(ctx)), currency, facts: { deedId, cards } };
  const sale = await postEntry(ctx, {
    ...common,
    kind: 'card_sale',
    key: `card sale ${deedId}`,
    lines: [
      { side: { dealerId }, amountMinor: -worthMinor },
      { side: { own: 'cards' }, amountMinor: worthMinor },
    ],
  });
  if (!sale.ok || commissionMinor === 0) return sale.ok ? ok({}) : sale;
  return postCommission(ctx, {
    ...common,
    key: `card commission ${deedId}`,
    dealerId,
    commissionMinor,
  });
}

type Commission = Omit<Entry, 'kind' | 'lines'> & { dealerId: number; commissionMinor: number };

/** A commission that a dealer has earned; below zero it is taken back. */
export const postCommission = (ctx: Ctx, earned: Commission): Promise<Result<unknown>> =>
  postEntry(ctx, commissionEntry(earned));

export const commissionEntry = ({ dealerId, commissionMinor, ...rest }: Commission): Entry => ({
  ...rest,
  kind: 'dealer_commission',
  lines: [
    { side: { dealerId }, amountMinor: commissionMinor },
    { side: { own: 'commission' }, amountMinor: -commissionMinor },
  ],
});
