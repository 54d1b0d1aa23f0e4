import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { restDaysOf } from '../../norms/index.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { Settings } from '../api/charging.ts';
import type { Service } from '../api/service.ts';
import { suspendingStep } from '../dunning/suspending-step.ts';
import { availableJoins, availableMinor } from './available.ts';
import { graceFrom } from './grace-from.ts';

const LONGEST_REST = 30;

type Standing = Pick<Service, 'paymentMode' | 'availableMinor' | 'shortSince' | 'limitedSince'> & {
  shortOn: string | null;
};

/** How an account pays, what it may spend, and since when it is short. */
export async function readStanding(ctx: Ctx, id: number): Promise<Standing> {
  // accounts_pkey, ledger_accounts_account, ledger_balances_pkey, shortfalls_pkey,
  // service_limits_pkey
  const { rows } = await sql<Standing>`
    select a.payment_mode, ${availableMinor} as available_minor,
           f.since_at as short_since,
           (${graceFrom} at time zone ${ctx.operator.timeZone})::date as short_on,
           m.began_at as limited_since
    from   accounts a ${availableJoins}
    left   join shortfalls f on f.account_id = a.id
    left   join service_limits m on m.account_id = a.id
    where  a.id = ${id}`.execute(ctx.db);
  const [standing] = rows;
  if (!standing) throw new Error(`account ${id} is gone`);
  return standing;
}

/**
 * The first day after the days of grace, or of the step that suspends, on which somebody is
 * suspended at all; not while the account is left in peace.
 */
export async function suspendsOn(
  ctx: Ctx,
  settings: Settings,
  { id, ...standing }: Standing & { id: number },
): Promise<string | null> {
  const { graceDays, postpaidGraceDays, sparesRestDays, restCalendarId } = settings;
  if (standing.shortOn === null || standing.availableMinor >= 0) return null;
  const grace = standing.paymentMode === 'postpaid' ? postpaidGraceDays : graceDays;
  const { day: step, peaceUntil } = await suspendingStep(ctx, id);
  const least = Math.min(grace ?? Infinity, step ?? Infinity);
  if (least === Infinity) return null;
  const [first = today(ctx)] = [
    daysAfter(standing.shortOn, least),
    today(ctx),
    ...(peaceUntil === null ? [] : [daysAfter(peaceUntil, 1)]),
  ].toSorted((a, b) => b.localeCompare(a));
  if (!sparesRestDays) return first;
  const rest = await restDaysOf(ctx, restCalendarId, first, daysAfter(first, LONGEST_REST));
  const days = Array.from({ length: LONGEST_REST }, (_, at) => daysAfter(first, at));
  return days.find((on) => !rest.includes(on)) ?? first;
}
