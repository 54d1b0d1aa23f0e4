import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { ChargeRun } from '../api/charging.ts';
import { loadSettings } from './load-settings.ts';

const MOST_RUNS = 60;
const MOST_FAILURES = 20;

/** The latest runs, with the first of the accounts that each could not charge. */
export async function listRuns(
  ctx: Ctx,
): Promise<Result<{ chargesBeginOn: string | null; runs: ChargeRun[] }>> {
  const { chargesBeginOn } = await loadSettings(ctx);
  // charge_runs_started (started_at desc, id desc), charge_failures_pkey (run_id, account_id)
  const { rows } = await sql<ChargeRun>`
    select r.id, r.started_at, r.finished_at, s.name as started_by, r.accounts, r.charges,
           r.suspended, r.resumed, r.sums, f.failed, f.failures
    from   charge_runs r
    left   join staff s on s.id = r.started_by
    cross  join lateral (
      select count(*) as failed,
             coalesce(jsonb_agg(jsonb_build_object('accountId', f.account_id, 'account', a.number,
                                                   'error', f.error) order by f.account_id)
                      filter (where f.place <= ${MOST_FAILURES}), '[]') as failures
      from   (select *, row_number() over (order by account_id) as place
              from charge_failures where run_id = r.id) f
      join   accounts a on a.id = f.account_id) f
    order  by r.started_at desc, r.id desc limit ${MOST_RUNS}`.execute(ctx.db);
  return ok({ chargesBeginOn, runs: rows });
}
