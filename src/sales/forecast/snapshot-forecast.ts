import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { expected } from './expected.ts';

/** Keeps once a day what is expected, so that it can be laid beside what came. */
export const forecastTick: Tick = {
  name: 'sales.forecasts',
  everySeconds: 600,
  run: async (ctx) => {
    const { numAffectedRows } = await sql`
      insert into deal_forecast_days ("on") values (${today(ctx)})
      on conflict do nothing`.execute(ctx.db);
    if (numAffectedRows === 1n) await snapshotForecast(ctx);
  },
};

async function snapshotForecast(ctx: Ctx): Promise<void> {
  await sql`
    insert into deal_forecasts ("on", pipeline_id, month, deals, monthly_minor, once_minor)
    select ${today(ctx)}, e.pipeline_id, e.month, e.deals, e.likely_monthly_minor,
           e.likely_once_minor
    from   (${expected}) e
    where  e.month is not null`.execute(ctx.db);
}
