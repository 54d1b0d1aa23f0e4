import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../context.ts';
import { abandonableRead } from '../db/abandonable-read.ts';
import type { OpenFields } from './open-fields.ts';
import type { Source } from './source.ts';

export type Drawn = {
  /** How many ids there may be, from the first row's to the last one's. */
  size: number;
  /** How many of them were looked at, and how many of these are rows that match. */
  looked: number;
  found: number;
  /** Some that match. */
  ids: number[];
};

/** How many slices at most, and for how long rows are asked. */
export type DrawLimits = { most: number; ms: number };

const SHOWN = 10;

/**
 * Slices are looked at in parts, each about as long as all before it: first every 64th, then
 * those halfway between, at last every other one. So whatever was looked at when the time is over
 * lies evenly over all the table.
 */
const parts = [
  { first: 0, step: 64 },
  ...[64, 32, 16, 8, 4, 2].map((step) => ({ first: step / 2, step })),
];

/**
 * Asks ids drawn from all over a table, row by row, for as long as an estimate may take: the table
 * is cut into slices of equal length, and of each one id is drawn, always the same. Where there
 * are no more ids than slices it is all of them. It ends when whoever asked has gone.
 * @returns what was looked at within the time; nothing where even the first part took too long
 */
export async function drawRows(
  ctx: Ctx,
  { entity }: OpenFields,
  source: Source,
  limits: DrawLimits,
): Promise<Drawn> {
  const drawn: Drawn = { size: 0, looked: 0, found: 0, ids: [] };
  await abandonableRead(ctx, limits.ms, async (timed) => {
    const { first, size } = await idsOf(timed, entity.table);
    drawn.size = size;
    const count = Math.min(limits.most, size);
    const until = performance.now() + limits.ms;
    let lastMs = 0;
    for (const part of parts.filter((one) => one.first < count)) {
      const leftMs = until - performance.now();
      // Less than a millisecond would be no limit at all.
      if (leftMs < Math.max(1, lastMs)) return;
      await sql`select set_config('statement_timeout', ${String(Math.floor(leftMs))}, true)`.execute(
        timed.db,
      );
      const asked = await askThose(timed, source, drawnIds({ first, size, count }, part));
      drawn.looked += Math.ceil((count - part.first) / part.step);
      drawn.found += asked.found;
      drawn.ids = [...drawn.ids, ...asked.ids].slice(0, SHOWN);
      lastMs = until - performance.now() - leftMs;
    }
  });
  return drawn;
}

/** From which id on rows may stand, and how many ids there are up to the last. */
async function idsOf({ db }: Ctx, table: string): Promise<{ first: number; size: number }> {
  const { rows } = await sql<{ first: number; size: number }>`
    select coalesce(min(id), 0) as first, coalesce(max(id) - min(id) + 1, 0) as size
    from   ${sql.table(table)}`.execute(db);
  return rows[0] ?? { first: 0, size: 0 };
}

type Slices = { first: number; size: number; count: number };

/** Of every so manieth slice one of its own ids, at a place that the slice's number tells. */
const drawnIds = (
  { first, size, count }: Slices,
  part: { first: number; step: number },
): RawBuilder<unknown> => sql`(
  select ${first}::bigint + low + floor(
           (hashint8extended(nth, 0) & 4294967295) / 4294967296.0::float8 * (high - low))::bigint
           as id
  from   generate_series(${part.first}::bigint, ${count - 1}::bigint, ${part.step}::bigint) nth,
         lateral (select nth * ${size}::bigint / ${count}::bigint as low,
                         (nth + 1) * ${size}::bigint / ${count}::bigint as high) slice)`;

/** Which of some ids match, each asked by itself: as a filter it would be asked of all rows. */
async function askThose(
  { db }: Ctx,
  { part, whereEach, id }: Source,
  ids: RawBuilder<unknown>,
): Promise<{ found: number; ids: number[] }> {
  const { rows } = await sql<{ found: number; ids: number[] | null }>`
    with asked as materialized (
      select ${id} as id, ${whereEach} as is_met
      from   ${part(sql`join ${ids} drawn on drawn.id = ${id}`)})
    select count(*) as found, (array_agg(id))[1:${SHOWN}] as ids
    from   asked where is_met`.execute(db);
  return { found: rows[0]?.found ?? 0, ids: rows[0]?.ids ?? [] };
}
