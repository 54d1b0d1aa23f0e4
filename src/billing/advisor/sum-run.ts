import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** From which differences a month on sums are kept, in minor units. */
const STEPS = [0, 5_000, 10_000, 20_000, 30_000, 50_000, 100_000];

/** Adds up a run by tariff, from each step on, and forgets the sums of those before. */
export async function sumRun(ctx: Ctx, runId: number): Promise<void> {
  await sql`delete from advisor_sums where run_id < ${runId}`.execute(ctx.db);
  // Reads all advice once, when a run ends.
  await sql`
    with whose as (
      select 'overpays' as kind, product_id, currency, saving_minor as minor, saving_minor as difference
      from   advices where saving_minor > 0
      union  all
      select 'underpaid', product_id, currency, underpaid_minor, underpaid_minor
      from   advices where underpaid_minor > 0
      union  all
      select 'shared', product_id, currency, now_minor, 0 from advices where is_shared
      union  all
      select 'all', product_id, currency, now_minor, 0 from advices)
    insert into advisor_sums (run_id, kind, product_id, currency, from_minor, accounts, minor)
    select ${runId}, w.kind, w.product_id, w.currency, s.step, count(*), sum(w.minor)
    from   whose w join unnest(${STEPS}::bigint[]) s(step) on w.difference >= s.step
    group  by w.kind, w.product_id, w.currency, s.step`.execute(ctx.db);
}
