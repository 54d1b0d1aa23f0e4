import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Adds sums (dimension, value, measure, on, count, amount_minor) to the figures of days. */
export async function addToDays(ctx: Ctx, sums: RawBuilder<unknown>): Promise<void> {
  // kpi_days_pkey (dimension, value, measure, "on")
  await sql`
    insert into kpi_days as k (dimension, value, measure, "on", count, amount_minor)
    select dimension, value, measure, "on", count, amount_minor
    from   ${sums} c
    where  c.count <> 0 or c.amount_minor <> 0
    on conflict (dimension, value, measure, "on") do update
    set    count = k.count + excluded.count,
           amount_minor = k.amount_minor + excluded.amount_minor`.execute(ctx.db);
}
