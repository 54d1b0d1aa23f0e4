import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Counts anew how long accounts have stayed, or stay so far: by the month of connection, of all and
 * by the district, the technology and the tariff they came with. Who left within a month that is
 * not over yet since their day is counted as here at its beginning, as those who are.
 * @param before the first day that is not counted yet
 */
export async function countLives(ctx: Ctx, before: string): Promise<void> {
  await sql`delete from life_counts`.execute(ctx.db);
  // All are read once: account_moves_connected, account_moves_gone
  await sql`
    with lives as (
      select m."on", m.district, m.technology, m.to_product_id, g."on" as gone_on,
             age(coalesce(g."on", ${before}::date), m."on") as age
      from   account_moves m
      left   join account_moves g on g.account_id = m.account_id and g.is_gone
      where  m.is_connected),
    known as (
      select l.*, (extract(year from l.age) * 12 + extract(month from l.age))::int as months
      from   lives l)
    insert into life_counts (dimension, value, cohort, months, gone, here)
    select d.dimension, d.value, date_trunc('month', k."on")::date, k.months,
           count(*) filter (where e.is_gone), count(*) filter (where not e.is_gone)
    from   known k
    cross  join lateral (
      select k.gone_on is not null
             and (k."on" + make_interval(months => k.months + 1))::date <= ${before}::date
               as is_gone) e
    cross  join lateral (values ('all', ''), ('district', k.district),
                                ('technology', k.technology),
                                ('tariff', coalesce(k.to_product_id::text, '')))
             d (dimension, value)
    group  by 1, 2, 3, 4`.execute(ctx.db);
}
