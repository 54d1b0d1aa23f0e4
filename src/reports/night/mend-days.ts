import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { factSums } from '../facts/count-facts.ts';
import { contributions } from '../moves/measures.ts';

export type DayFigure = {
  dimension: string;
  value: string;
  measure: string;
  on: string;
  count: number;
  amountMinor: number;
};

/**
 * Adds up all moves and facts anew and tells which figures of days are other than that, as they
 * should be. It takes long, and only reads: what follows the journal does not wait for it.
 */
export async function findWrongDays(ctx: Ctx): Promise<DayFigure[]> {
  const { rows } = await sql<DayFigure>`
    with fresh as materialized (
      select * from (select * from ${contributions(sql`account_moves`, sql`1`)} m
                     union all
                     select * from ${factSums(sql`kpi_facts`, sql`1`)} f) c
      where  c.count <> 0 or c.amount_minor <> 0),
    known as materialized (
      select dimension, value, measure, "on", count, amount_minor from kpi_days)
    select dimension, value, measure, "on", coalesce(f.count, 0) as count,
           coalesce(f.amount_minor, 0) as amount_minor
    from   fresh f
    full   join known k using (dimension, value, measure, "on")
    where  (coalesce(f.count, 0), coalesce(f.amount_minor, 0))
           is distinct from (coalesce(k.count, 0), coalesce(k.amount_minor, 0))`.execute(ctx.db);
  return rows;
}

/** Puts figures of days right. */
export async function mendDays(ctx: Ctx, wrong: readonly DayFigure[]): Promise<void> {
  if (wrong.length === 0) return;
  // kpi_days_pkey (dimension, value, measure, "on")
  await sql`
    insert into kpi_days (dimension, value, measure, "on", count, amount_minor)
    select w.dimension, w.value, w.measure, w."on", w.count, w."amountMinor"
    from   jsonb_to_recordset(${JSON.stringify(wrong)}::jsonb)
             w (dimension text, value text, measure text, "on" date, count bigint,
                "amountMinor" bigint)
    on conflict (dimension, value, measure, "on") do update
    set    count = excluded.count, amount_minor = excluded.amount_minor`.execute(ctx.db);
}
