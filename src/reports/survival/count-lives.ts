import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type Lives = {
  dimension: string;
  value: string;
  cohort: string;
  months: number;
  gone: number;
  here: number;
};

/**
 * Counts anew how long accounts have stayed, or stay so far: by the month of connection, of all and
 * by the district, the technology and the tariff they came with. Who left within a month that is
 * not over yet since their day is counted as here at its beginning, as those who are.
 * @param before the first day that is not counted yet
 * @returns counts that are other than what is known; of none, noughts
 */
export async function countLives(ctx: Ctx, before: string): Promise<Lives[]> {
  // All are read once: account_moves_connected, account_moves_gone
  const { rows } = await sql<Lives>`
    with lives as (
      select m."on", m.district, m.technology, m.to_product_id, g."on" as gone_on,
             age(coalesce(g."on", ${before}::date), m."on") as age
      from   account_moves m
      left   join account_moves g on g.account_id = m.account_id and g.is_gone
      where  m.is_connected),
    known as (
      select l.*, (extract(year from l.age) * 12 + extract(month from l.age))::int as months
      from   lives l),
    fresh as materialized (
      select d.dimension, d.value, date_trunc('month', k."on")::date as cohort, k.months,
             count(*) filter (where e.is_gone) as gone,
             count(*) filter (where not e.is_gone) as here
      from   known k
      cross  join lateral (
        select k.gone_on is not null
               and (k."on" + make_interval(months => k.months + 1))::date <= ${before}::date
                 as is_gone) e
      cross  join lateral (values ('all', ''), ('district', k.district),
                                  ('technology', k.technology),
                                  ('tariff', coalesce(k.to_product_id::text, '')))
               d (dimension, value)
      group  by 1, 2, 3, 4)
    select dimension, value, cohort, months, coalesce(f.gone, 0) as gone,
           coalesce(f.here, 0) as here
    from   fresh f
    full   join life_counts c using (dimension, value, cohort, months)
    where  (f.gone, f.here) is distinct from (c.gone, c.here)`.execute(ctx.db);
  return rows;
}

/** Keeps counts in place of what was known. */
export async function keepLives(ctx: Ctx, changed: readonly Lives[]): Promise<void> {
  if (changed.length === 0) return;
  const lives = sql`jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
    n (dimension text, value text, cohort date, months int, gone bigint, here bigint)`;
  // life_counts_pkey (dimension, value, cohort, months)
  await sql`
    delete from life_counts c using ${lives}
    where  c.dimension = n.dimension and c.value = n.value and c.cohort = n.cohort
    and    c.months = n.months and n.gone = 0 and n.here = 0`.execute(ctx.db);
  await sql`
    insert into life_counts (dimension, value, cohort, months, gone, here)
    select n.* from ${lives} where n.gone > 0 or n.here > 0
    on conflict (dimension, value, cohort, months) do update
    set    gone = excluded.gone, here = excluded.here`.execute(ctx.db);
}
