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
  const { usual, late } = await months(ctx);
  return late ?? usual;
}

/** The month from which all are looked at, and those of whom use from before it has come since. */
type Late = { usual: string; accountIds: number[] };

/**
 * Which of some accounts must be looked at from an earlier month than all others.
 * @param after id after which the accounts stand, up to and with `through`
 */
export async function findLate(
  ctx: Ctx,
  { after, through }: { after: number; through: number },
): Promise<Late> {
  const { usual, late, since } = await months(ctx);
  if (late === null) return { usual, accountIds: [] };
  // usage_records_received (received_at)
  const { rows } = await sql<{ id: number }>`
    select distinct u.account_id as id from usage_records u
    where  u.received_at >= ${since} and u.account_id > ${after} and u.account_id <= ${through}
    and    u.began_at < ${usual}::timestamp at time zone ${ctx.operator.timeZone}`.execute(ctx.db);
  return { usual, accountIds: rows.map(({ id }) => id) };
}

type Months = { usual: string; late: string | null; since: Date | null };

async function months(ctx: Ctx): Promise<Months> {
  const { timeZone } = ctx.operator;
  // charge_runs_started (started_at desc, id desc), usage_records_received (received_at)
  const { rows } = await sql<Months>`
    with last as (
      select r.started_at from charge_runs r
      where  r.finished_at is not null
      and    not exists (select from charge_failures f where f.run_id = r.id)
      order  by r.started_at desc, r.id desc limit 1),
    found as (
      select date_trunc('month', least(
               ${ctx.clock.now()}::timestamptz at time zone ${timeZone},
               greatest(s.charges_begin_on,
                        (select started_at at time zone ${timeZone} from last))))::date as usual,
             date_trunc('month', greatest(s.charges_begin_on,
               (select min(u.began_at) at time zone ${timeZone} from usage_records u
                where  u.received_at >= l.since)))::date as earliest,
             l.since
      from   billing_settings s
      cross  join (select (select started_at from last) - ${UNDER_WAY}::interval as since) l)
    select usual, case when since is not null and earliest < usual then earliest end as late, since
    from   found`.execute(ctx.db);
  const [found] = rows;
  if (!found) throw new Error('the settings of billing are missing');
  return found;
}
