import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { must } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { openDay, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { moveCards } from './move-cards.ts';

/** So many numbers a second, so that a large batch holds nobody up. */
const CHUNK_CARDS = 10_000;

type Due = {
  id: number;
  series: string;
  cards: number;
  valueMinor: number;
  currency: string;
  expiredThrough: number;
};

/**
 * Writes off what nobody activated in its term, a stretch of numbers at a time: what was paid for
 * sold cards is owed to nobody any more. How far it came stands in the batch, in the same
 * transaction.
 */
export const expireCards: Tick = {
  name: 'dealers.expire_cards',
  everySeconds: 1,
  run: async (ctx) => {
    // card_batches_expiring (valid_until) where expired_through < cards
    const { rows } = await sql<Due>`
      select id, series, cards, value_minor, currency, expired_through from card_batches
      where  valid_until < ${today(ctx)} and expired_through < cards
      order  by valid_until limit 1 for no key update`.execute(ctx.db);
    if (rows[0]) await expireStretch(ctx, rows[0]);
  },
};

async function expireStretch(ctx: Ctx, batch: Due): Promise<void> {
  const { id: batchId, expiredThrough, valueMinor, currency } = batch;
  const through = Math.min(batch.cards, expiredThrough + CHUNK_CARDS);
  const islands = await moveCards(ctx, {
    batchId,
    firstNumber: expiredThrough + 1,
    lastNumber: through,
    kind: 'expired',
    dealerId: null,
  });
  const soldCards = islands.reduce((sum, island) => sum + island.soldCards, 0);
  if (soldCards > 0) {
    const amountMinor = soldCards * valueMinor;
    const entry = await postEntry(ctx, {
      kind: 'card_expiry',
      key: `card expiry ${batchId} ${through}`,
      occurredOn: await openDay(ctx, today(ctx)),
      currency,
      lines: [
        { side: { own: 'cards' }, amountMinor: -amountMinor },
        { side: { own: 'write_offs' }, amountMinor },
      ],
      facts: { batchId, cards: soldCards },
    });
    must(entry);
  }
  await ctx.db
    .updateTable('cardBatches')
    .set({ expiredThrough: through })
    .where('id', '=', batchId)
    .execute();
  if (through < batch.cards) return;
  await emit(ctx, {
    type: 'dealers.cards_expired',
    subject: { kind: 'card_batch', id: batchId },
    facts: { series: batch.series, cards: batch.cards },
  });
}
