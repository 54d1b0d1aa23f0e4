import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { type BulkCtx, inBulkTransaction } from '../../kernel/db/bulk.ts';
import { emit } from '../../kernel/events/journal.ts';
import { defineJob } from '../../kernel/jobs/jobs.ts';
import { makeRange } from './make-range.ts';

/** So many cards are made in one transaction, and shown as progress. */
const CHUNK_CARDS = 20_000;
/** Two PINs alike come once in thousands of chunks; as often in a row, something else is wrong. */
const MOST_TRIES = 5;
const UNIQUE_VIOLATION = '23505';

/**
 * Makes the cards of a batch, chunk by chunk. A chunk's cards and the sealed file of its PINs are
 * there together or not at all, so a worker that is killed goes on where it was, and two that run
 * at once make each card once.
 */
export const makeCards = defineJob({
  name: 'dealers.make_cards',
  payload: z.object({ batchId: z.int() }),
  keyOf: ({ batchId }) => String(batchId),
  retryLimit: 10,
  expireSeconds: 3600,
  run: async (ctx, { batchId }) => {
    while (await makeChunk(ctx, batchId, MOST_TRIES));
  },
});

/** @returns whether more are to be made */
async function makeChunk(ctx: Ctx, batchId: number, tries: number): Promise<boolean> {
  try {
    return await inBulkTransaction(ctx, (bulk) => addChunk(bulk, batchId));
  } catch (error) {
    // A PIN that exists already: other ones are drawn.
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION || tries <= 1) throw error;
    return makeChunk(ctx, batchId, tries - 1);
  }
}

async function addChunk(ctx: BulkCtx, batchId: number): Promise<boolean> {
  const { rows } = await sql<{ cards: number; made: number }>`
    select cards, made from card_batches where id = ${batchId} for no key update`.execute(ctx.db);
  const [batch] = rows;
  if (!batch || batch.made >= batch.cards) return false;
  const first = batch.made + 1;
  const last = Math.min(batch.cards, batch.made + CHUNK_CARDS);
  await makeRange(ctx, batchId, { first, last });
  await ctx.db.updateTable('cardBatches').set({ made: last }).where('id', '=', batchId).execute();
  await emit(ctx, {
    type: last === batch.cards ? 'dealers.batch_made' : 'dealers.batch_grew',
    subject: { kind: 'card_batch', id: batchId },
    facts: { made: last, cards: batch.cards },
  });
  return last < batch.cards;
}
