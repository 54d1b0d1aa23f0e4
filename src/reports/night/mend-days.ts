import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { contributions, moveMeasures } from '../moves/measures.ts';

/**
 * Adds up all moves anew and puts right what figures of days are other than that.
 * @returns how many were
 */
export async function mendDays(ctx: Ctx): Promise<number> {
  const ours = sql.join(moveMeasures.map(({ key }) => sql.lit(key)));
  const { rows } = await sql<{ wrong: number }>`
    with fresh as materialized (
      select * from ${contributions(sql`account_moves`, sql`1`)} c
      where  c.count <> 0 or c.amount_minor <> 0),
    known as materialized (select k.dimension, k.value, k.measure, k."on", k.count, k.amount_minor
              from   kpi_days k where k.measure in (${ours})),
    wrong as materialized (
      select coalesce(f.dimension, k.dimension) as dimension, coalesce(f.value, k.value) as value,
             coalesce(f.measure, k.measure) as measure, coalesce(f."on", k."on") as "on",
             coalesce(f.count, 0) as count, coalesce(f.amount_minor, 0) as amount_minor
      from   fresh f
      full   join known k using (dimension, value, measure, "on")
      where  (coalesce(f.count, 0), coalesce(f.amount_minor, 0))
             is distinct from (coalesce(k.count, 0), coalesce(k.amount_minor, 0))),
    mended as (
      insert into kpi_days (dimension, value, measure, "on", count, amount_minor)
      select dimension, value, measure, "on", count, amount_minor from wrong
      on conflict (dimension, value, measure, "on") do update
      set    count = excluded.count, amount_minor = excluded.amount_minor)
    select count(*) as wrong from wrong`.execute(ctx.db);
  return rows[0]?.wrong ?? 0;
}
