import { sql } from 'kysely';
import type { BulkCtx } from '../../kernel/db/bulk.ts';

/** What a day expected of a month in the first pipeline, as a base brings it. */
export type ForecastLoad = {
  on: string;
  month: string;
  deals: number;
  monthlyMinor: number;
  onceMinor: number;
};

/** Writes former forecasts of days of which none is kept. */
export async function bulkLoad(ctx: BulkCtx, forecasts: readonly ForecastLoad[]): Promise<void> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(forecasts)}::jsonb) as f (
    "on" date, month date, deals bigint, "monthlyMinor" bigint, "onceMinor" bigint)`;
  await sql`
    insert into deal_forecast_days ("on") select distinct f."on" from ${given}
    on conflict do nothing`.execute(ctx.db);
  await sql`
    insert into deal_forecasts ("on", pipeline_id, month, deals, monthly_minor, once_minor)
    select f."on", p.id, f.month, f.deals, f."monthlyMinor", f."onceMinor"
    from   ${given}
    cross  join (select id from pipelines where archived_at is null
                 order by position, id limit 1) p
    on conflict do nothing`.execute(ctx.db);
}
