import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { cardsApi } from '../api/cards.ts';
import { cardStates } from '../api/kinds.ts';
import { readDeeds } from '../cards/read-deeds.ts';
import { withAll } from '../people/find-dealer.ts';

type Page = z.input<(typeof cardsApi)['GET /api/card-batches']['output']>;
type Batch = Page['batches'][number];
type Opened = z.input<(typeof cardsApi)['GET /api/card-batches/{id}']['output']>;

const read = (ctx: Ctx, rest: RawBuilder<unknown>) =>
  sql<Batch>`
    select b.id, b.series, b.cards, b.made, b.value_minor, b.currency, b.valid_until, b.created_at,
           m.name as created_by, b.pins_taken_at, k.name as pins_taken_by
    from   card_batches b
    left   join staff m on m.id = b.created_by
    left   join staff k on k.id = b.pins_taken_by
    where  ${withAll(ctx, 'dealers.view')} and ${rest}`
    .execute(ctx.db)
    .then(({ rows }) => rows);

/** Batches, the latest first. */
export async function listBatches(
  ctx: Ctx,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<Result<Page>> {
  const place = placeAfter(cursor, z.tuple([z.int()]));
  if (!place.ok) return place;
  const after = place.value === null ? sql`true` : sql`b.id < ${place.value[0]}`;
  // card_batches_pkey
  const rows = await read(ctx, sql`${after} order by b.id desc limit ${limit + 1}`);
  const batches = rows.slice(0, limit);
  const last = rows.length > limit ? batches.at(-1) : undefined;
  return ok({ batches, nextCursor: last ? makeCursor([last.id]) : null });
}

/** A batch with where its cards are and what was done to them last. */
export async function openBatch(ctx: Ctx, { id }: { id: number }): Promise<Result<Opened>> {
  const [batch] = await read(ctx, sql`b.id = ${id}`);
  if (!batch) return fail('dealers.no_such_batch');
  // cards_pkey (batch_id, number): all of one batch.
  const { rows } = await sql<{
    state: Opened['states'][number]['state'];
    cards: number;
    blocked: number;
  }>`
    select state, count(*) as cards, count(*) filter (where is_blocked) as blocked
    from   cards where batch_id = ${id} group by state
    order  by array_position(${[...cardStates]}::text[], state)`.execute(ctx.db);
  return ok({
    ...batch,
    states: rows.map(({ state, cards }) => ({ state, cards })),
    blocked: rows.reduce((sum, { blocked }) => sum + blocked, 0),
    // card_deeds_one, card_deeds_ranges (batch_id, first_number)
    deeds: await readDeeds(ctx, sql`d.batch_id = ${id} order by d.id desc limit 50`),
  });
}
