import type { z } from 'zod';
import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { cardsApi } from '../api/cards.ts';
import { makeCards } from './make-cards.ts';

type Input = z.output<(typeof cardsApi)['POST /api/card-batches']['input']>;

/** Orders a batch of cards; a worker makes them. Who does not reach all cards orders none. */
export async function createBatch(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  if (reachOf(ctx.actor, 'dealers.cards') !== 'all') return fail('kernel.not_permitted');
  if (input.validUntil < today(ctx)) {
    return fail('dealers.already_expired', {}, { validUntil: 'dealers.already_expired' });
  }
  const made = await ctx.db
    .insertInto('cardBatches')
    .values({
      ...input,
      currency: ctx.operator.currency,
      createdAt: ctx.clock.now(),
      createdBy: staffIdOf(ctx.actor),
    })
    .onConflict((conflict) => conflict.column('series').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('dealers.series_taken', {}, { series: 'dealers.series_taken' });
  const { series, cards, valueMinor, validUntil } = input;
  await emit(ctx, {
    type: 'dealers.batch_ordered',
    subject: { kind: 'card_batch', id: made.id },
    facts: { series, cards, valueMinor, validUntil },
  });
  await enqueue(ctx, makeCards, { batchId: made.id });
  return ok(made);
}
