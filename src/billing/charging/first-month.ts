import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * How long what brings usage may be under way: it says when it came before it is seen by others, so
 * that a run which began meanwhile may have missed it.
 */
const UNDER_WAY = '1 hour';

/**
 * From which month on it must be looked again at what is due: that of the last run that charged all
 * accounts, or an earlier one of which usage came since; never before that in which charging
 * begins.
 * @returns a first day of a month, `YYYY-MM-DD`
 */
export async function firstMonth(ctx: Ctx): Promise<string> {
  const { timeZone } = ctx.operator;
  // charge_runs_started (started_at desc, id desc), usage_records_received (received_at)
  const { rows } = await sql<{ month: string }>`
    with last as (
      select r.started_at from charge_runs r
      where  r.finished_at is not null
      and    not exists (select from charge_failures f where f.run_id = r.id)
      order  by r.started_at desc, r.id desc limit 1)
    select date_trunc('month', least(
             ${ctx.clock.now()}::timestamptz at time zone ${timeZone},
             greatest(s.charges_begin_on, least(
               (select started_at at time zone ${timeZone} from last),
               (select min(u.began_at) at time zone ${timeZone} from usage_records u
                where  u.received_at >= (select started_at from last)
                                          - ${UNDER_WAY}::interval)))))::date as month
    from   billing_settings s`.execute(ctx.db);
  const [first] = rows;
  if (!first) throw new Error('the settings of billing are missing');
  return first.month;
}
