import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { DeedKind } from '../api/kinds.ts';
import { commissionOfCard, ratesOn } from '../people/commissions.ts';
import { type Dealer, refuseAboveCredit } from '../people/find-dealer.ts';
import { moveCards } from './move-cards.ts';
import { postSale } from './post-sale.ts';

type Batch = {
  id: number;
  series: string;
  valueMinor: number;
  currency: string;
  validUntil: string;
};

export type Range = { firstNumber: number; lastNumber: number; reason?: string };

/**
 * Does one thing with a range of cards: with all of it, or, where cards are blocked, with those
 * that can be. What a sale or its end moves is posted in the same transaction.
 * @param dealer locked, and null where it does not matter whose the cards are
 */
export async function doDeed(
  ctx: Ctx,
  batch: Batch,
  kind: Exclude<DeedKind, 'expired'>,
  dealer: Dealer | null,
  { firstNumber, lastNumber, reason = '' }: Range,
): Promise<Result<{ cards: number }>> {
  const asked = lastNumber - firstNumber + 1;
  if (asked < 1) return fail('dealers.wrong_range');
  const refusal = await refuse(ctx, batch, kind, dealer, asked);
  if (refusal) return refusal;
  const rates = kind === 'sold' && dealer ? await ratesOn(ctx, dealer.id, today(ctx)) : {};
  const islands = await moveCards(ctx, {
    batchId: batch.id,
    kind,
    firstNumber,
    lastNumber,
    reason,
    dealerId: dealer?.id ?? null,
    commissionMinor: commissionOfCard(rates, batch.valueMinor),
  });
  const cards = islands.reduce((sum, island) => sum + island.cards, 0);
  const isPartial = kind === 'blocked' || kind === 'unblocked';
  if (isPartial ? cards === 0 : cards < asked) return fail('dealers.cards_elsewhere');
  if (kind === 'sold' || kind === 'sale_undone') {
    for (const island of islands) {
      const posted = await postSale(ctx, batch, island, kind);
      if (!posted.ok) return posted;
    }
  }
  await emit(ctx, {
    type: `dealers.cards_${kind}`,
    subject: { kind: 'card_batch', id: batch.id },
    facts: {
      series: batch.series,
      firstNumber,
      lastNumber,
      cards,
      ...(dealer && {
        dealerId: dealer.id,
        dealer: dealer.name,
      }),
    },
  });
  return ok({ cards });
}

async function refuse(
  ctx: Ctx,
  batch: Batch,
  kind: DeedKind,
  dealer: Dealer | null,
  cards: number,
): Promise<Result<never> | null> {
  if (kind !== 'given' && kind !== 'sold') return null;
  if (batch.validUntil < today(ctx)) return fail('dealers.cards_expired');
  if (kind === 'sold' || !dealer) return null;
  if (dealer.isArchived) return fail('dealers.no_such_dealer');
  if (dealer.currency !== batch.currency) return fail('dealers.other_currency');
  return refuseAboveCredit(ctx, dealer, cards * batch.valueMinor);
}

/** @param which a condition on `card_batches b` */
export async function findBatch(ctx: Ctx, which: ReturnType<typeof sql>): Promise<Batch | null> {
  // card_batches_pkey, card_batches_series_key
  const { rows } = await sql<Batch>`
    select b.id, b.series, b.value_minor, b.currency, b.valid_until from card_batches b
    where  ${which}`.execute(ctx.db);
  return rows[0] ?? null;
}
