import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { restDaysOf } from '../../norms/index.ts';
import { today } from '../../subscribers/index.ts';
import type { Settings } from '../api/charging.ts';
import type { DunningSettings } from '../api/dunning.ts';
import { availableJoins, availableMinor } from '../states/available.ts';
import { graceFrom } from '../states/grace-from.ts';
import { dayOf } from '../states/local-days.ts';

/** A step that is due about a debt. */
export type Due = {
  accountId: number;
  account: string;
  subscriberId: number;
  currency: string;
  debtSince: Date;
  days: number;
  isCareful: boolean;
  debtMinor: number;
  stepDay: number;
  what: 'remind' | 'offer' | 'limit' | 'suspend';
};

/**
 * The relation `due_today` of a WITH: of each debt the first step whose day has come and that was
 * not done yet; so whatever comes late, nobody is met by more than one step a day. Left out are
 * accounts that are left in peace, and on days of rest limits and suspensions, where so set. At
 * what hour steps begin stands in `dunning-tick.ts`.
 * @param which a condition on `accounts a`
 */
export async function dueSteps(
  ctx: Ctx,
  { steps, carefulMonths, carefulPercent }: DunningSettings,
  { sparesRestDays, restCalendarId }: Settings,
  which: RawBuilder<unknown>,
): Promise<RawBuilder<unknown>> {
  const day = today(ctx);
  const isRest = sparesRestDays && (await restDaysOf(ctx, restCalendarId, day, day)).length > 0;
  const rows = JSON.stringify(steps.map(({ day: at, what }) => ({ at, what })));
  // shortfalls_pkey, accounts_pkey, subscribers_pkey, trust_limits_pkey, dunning_pauses_pkey,
  // dunning_deeds_account_id_debt_since_step_day_what_key
  return sql`
    debt as (
      select a.id as account_id, a.number as account, own.root_id as subscriber_id, a.currency,
             a.state, ${graceFrom} as debt_since,
             ${day}::date - (${graceFrom} at time zone ${ctx.operator.timeZone})::date as days,
             -${availableMinor} as debt_minor,
             ${isCareful(ctx, carefulMonths)} as is_careful
      from   shortfalls f
      join   accounts a on a.id = f.account_id
      join   subscribers own on own.id = a.subscriber_id ${availableJoins}
      where  a.state <> 'closed' and ${availableMinor} < 0 and ${which}
      and    not exists (select from dunning_pauses p
                         where  p.account_id = a.id and p.until_on >= ${day}::date)),
    due as (
      select distinct on (d.account_id) d.*, s.at as step_day, s.what
      from   debt d
      join   jsonb_to_recordset(${rows}::jsonb) as s (at int, what text)
             on d.days >= s.at * case when d.is_careful then ${carefulPercent}::int else 100 end / 100
      where  (s.what not in ('limit', 'suspend') or d.state = 'active')
      and    not exists (select from dunning_deeds k
                         where  k.account_id = d.account_id and k.debt_since = d.debt_since
                         and    k.step_day = s.at and k.what = s.what)
      order  by d.account_id, s.at, s.what),
    due_today as (select * from due where not (what in ('limit', 'suspend') and ${isRest}))`;
}

/** Whether a debt `f` is of one who had paid in time for so many months; with `availableJoins`. */
export const isCareful = (ctx: Ctx, months: number): RawBuilder<boolean> => sql`
  coalesce(coalesce(f.careful_since, trusted.careful_since) <= ${dayOf(ctx, 'f.sinceAt')}
    - make_interval(months => ${months}::int), false)`;
