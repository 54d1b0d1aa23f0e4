import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { restDaysOf } from '../../norms/index.ts';
import type { Settings } from '../api/charging.ts';
import type { Scope, Terms } from '../charging/open-scope.ts';
import { availableJoins, availableMinor } from './available.ts';
import { graceFrom } from './grace-from.ts';
import { liftLimits } from './limit-for-debt.ts';
import { resumePaid } from './resume-paid.ts';
import { setStates } from './set-states.ts';

/**
 * After the accounts in scope were charged: notes which of them are short of money, suspends those
 * that have been for longer than the days of grace, and resumes those suspended for debt that have
 * paid. The caller charges both once more.
 */
export async function changeStates(
  ctx: Ctx,
  settings: Settings,
  terms: Terms,
  scope: Scope,
): Promise<{ suspended: number[]; resumed: number[] }> {
  if (scope.count === 0) return { suspended: [], resumed: [] };
  await liftLimits(ctx, await noteShortfalls(ctx));
  const suspended = await suspendShort(ctx, settings, terms);
  const candidates = await suspendedForDebt(ctx);
  return { suspended, resumed: await resumePaid(ctx, candidates) };
}

/**
 * Notes since when each account in scope is short of money without a break.
 * @returns those that are not short and limited still
 */
async function noteShortfalls(ctx: Ctx): Promise<number[]> {
  // accounts_pkey, ledger_accounts_account, ledger_balances_pkey, shortfalls_pkey,
  // service_limits_pkey
  const { rows } = await sql<{ id: number }>`
    with stand as materialized (
      select a.id, ${availableMinor} < 0 as is_short
      from   charge_scope c join accounts a on a.id = c.account_id ${availableJoins}),
    gone as (
      delete from shortfalls f using stand s where f.account_id = s.id and not s.is_short),
    noted as (
      insert into shortfalls (account_id, since_at)
      select id, ${ctx.clock.now()} from stand where is_short order by id
      on     conflict (account_id) do nothing)
    select s.id from stand s join service_limits l on l.account_id = s.id
    where  not s.is_short`.execute(ctx.db);
  return rows.map(({ id }) => id);
}

async function suspendShort(ctx: Ctx, settings: Settings, terms: Terms): Promise<number[]> {
  const { graceDays, postpaidGraceDays, sparesRestDays, restCalendarId } = settings;
  if (graceDays === null && postpaidGraceDays === null) return [];
  const { today } = terms;
  if (sparesRestDays && (await restDaysOf(ctx, restCalendarId, today, today)).length > 0) return [];
  // subscriptions_account (account_id), dunning_pauses_pkey
  const { rows } = await sql<{ id: number }>`
    insert into service_breaks (account_id, kind, reason, began_at)
    select a.id, 'suspended', 'debt', ${ctx.clock.now()}
    from   charge_scope c
    join   accounts a on a.id = c.account_id and a.state = 'active'
    join   shortfalls f on f.account_id = a.id
    where  (${graceFrom} at time zone ${terms.timeZone})::date
             + case when c.is_postpaid then ${postpaidGraceDays}::int else ${graceDays}::int end
             <= ${terms.today}::date
    and    exists (select from subscriptions s
                   where  s.account_id = a.id
                   and    coalesce(s.started_on, '-infinity') <= ${terms.today}::date
                   and    coalesce(s.ended_on, 'infinity') > ${terms.today}::date)
    and    not exists (select from dunning_pauses p
                       where  p.account_id = a.id and p.until_on >= ${terms.today}::date)
    order  by a.id
    returning account_id as id`.execute(ctx.db);
  const ids = rows.map(({ id }) => id);
  await setStates(ctx, ids, { state: 'suspended', reason: 'debt' });
  return ids;
}

async function suspendedForDebt(ctx: Ctx): Promise<number[]> {
  // service_breaks_open (account_id) where ended_at is null
  const { rows } = await sql<{ id: number }>`
    select a.id
    from   charge_scope c
    join   accounts a on a.id = c.account_id and a.state = 'suspended'
    join   service_breaks b on b.account_id = a.id and b.ended_at is null and b.reason = 'debt'
    ${availableJoins}
    where  ${availableMinor} >= 0
    and    b.began_at < ${ctx.clock.now()}`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
