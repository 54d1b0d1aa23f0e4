import { type RawBuilder, sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import type { Moment } from '../../subscribers/index.ts';
import { everyFact, everyQuery } from './known-facts.ts';

/** Of whom facts are read: those who were with us at the moment, or some of them. */
export type Whom = {
  /** Roots above the first and up to the second. */
  between?: readonly [above: number, through: number];
  /** Of a thousand so many, the same at every moment. */
  perMille?: number;
};

export type Read = {
  ids: Float64Array;
  /** A column a fact in the order of `everyFact`; NaN where nothing is known. */
  columns: Float32Array[];
  /** Days from the moment to leaving, NaN of who is still here. */
  leftAfter: Float32Array;
};

/**
 * Reads all facts as of a moment. Who was with us is told by the days of coming and leaving, which
 * are kept for ever; of whoever came back, by the cases in which they left and the accounts that
 * they had since. Whoever has no day of coming counts from when they were written down. Those
 * erased since are left out, for nothing is known of them any more.
 */
export async function readFacts(ctx: BulkCtx, moment: Moment, whom: Whom): Promise<Read> {
  const ids = await fillPeople(ctx, moment, whom);
  const places = new Map(ids.map(([id], place) => [id, place]));
  const columns = everyFact().map(() => new Float32Array(ids.length).fill(Number.NaN));
  let first = 0;
  for (const { asOf, facts } of everyQuery()) {
    const { sql: text, parameters } = asOf(moment).compile(ctx.db);
    const { rows } = await ctx.client.query<unknown[]>({
      text,
      values: [...parameters],
      rowMode: 'array',
    });
    for (const row of rows) {
      const place = places.get(Number(row[0]));
      if (place === undefined) continue;
      for (let at = 0; at < facts.length; at += 1) {
        const value = row[at + 1];
        const column = columns[first + at];
        if (column && value !== null && value !== undefined) column[place] = Number(value);
      }
    }
    first += facts.length;
  }
  return {
    ids: Float64Array.from(ids, ([id]) => id),
    columns,
    leftAfter: Float32Array.from(ids, ([, days]) => days ?? Number.NaN),
  };
}

/** The temporary table that every query joins, and when each of them left. */
async function fillPeople(
  ctx: BulkCtx,
  { on, at }: Moment,
  { between, perMille = 1000 }: Whom,
): Promise<[id: number, leftAfter: number | null][]> {
  await sql`
    create temporary table if not exists risk_people (subscriber_id bigint primary key)
    on commit drop`.execute(ctx.db);
  await sql`truncate risk_people`.execute(ctx.db);
  // retention_cases_state, subscribers_root (root_id), accounts_subscriber (subscriber_id)
  const { rows } = await sql<{ id: number; leftAfter: number | null }>`
    with left_once as materialized (
      select m.root_id as id, c.left_on
      from   retention_cases c join subscribers m on m.id = c.subscriber_id
      where  c.outcome = 'left' and not exists (
        select from subscribers q join accounts a on a.subscriber_id = q.id
        where  q.root_id = m.root_id and a.created_at::date <= c.left_on
        and    coalesce(a.closed_on, 'infinity') > c.left_on + 1)),
    people as (
      insert into risk_people
      select s.id from subscribers s
      where  s.merged_into_id is null and s.erased_at is null and s.status <> 'prospect'
      and    (s.customer_since <= ${on} or s.customer_since is null and s.created_at <= ${at})
      and    (s.left_on > ${on} or s.left_on is null and s.status <> 'left')
      and    not exists (
        select from left_once l where l.id = s.id and l.left_on <= ${on} and not exists (
          select from subscribers q join accounts a on a.subscriber_id = q.id
          where  q.root_id = s.id and a.created_at::date > l.left_on and a.created_at <= ${at}))
      ${between ? sql`and s.id > ${between[0]} and s.id <= ${between[1]}` : sql``}
      ${perMille < 1000 ? someOf(perMille) : sql``}
      returning subscriber_id)
    select s.id, least(s.left_on, (
             select min(l.left_on) from left_once l where l.id = s.id and l.left_on > ${on}))
             - ${on}::date as left_after
    from   people p join subscribers s on s.id = p.subscriber_id
    order  by s.id`.execute(ctx.db);
  await sql`analyze risk_people`.execute(ctx.db);
  return rows.map(({ id, leftAfter }) => [id, leftAfter]);
}

/** By a hash of the id, which never changes. */
const someOf = (perMille: number): RawBuilder<unknown> =>
  sql`and (hashint8extended(s.id, 0) & 1023) * 1000 < ${perMille}::int * 1024`;
