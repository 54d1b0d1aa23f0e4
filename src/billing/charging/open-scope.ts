import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { restDaysBetween } from '../../norms/index.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import type { Settings } from '../api/charging.ts';

/** By which rules, for which day and from which month on it is counted what is due. */
export type Terms = {
  timeZone: string;
  proration: Settings['proration'];
  today: string;
  /** First days of months. */
  fromMonth: string;
  thisMonth: string;
  /** Days off between them, for bands of usage. */
  restDays: readonly string[];
};

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month after that of a day, `YYYY-MM-DD`. */
export const nextMonthOf = (day: string): string => monthOf(daysAfter(monthOf(day), 31));

export function termsOf(ctx: Ctx, settings: Settings, fromMonth: string): Terms {
  const day = today(ctx);
  return {
    timeZone: ctx.operator.timeZone,
    proration: settings.proration,
    today: day,
    fromMonth,
    thisMonth: monthOf(day),
    restDays: restDaysBetween(ctx.operator.country, fromMonth, day),
  };
}

export type Scope = { lowest: number; highest: number; count: number };

/**
 * Takes accounts to be charged, and locks them in the order of their ids: whoever changes one of
 * them comes before or after. In a temporary table `charge_scope` of this transaction stand when
 * their charges begin and end.
 * @param which a condition on `accounts a`
 * @param limit so many of the lowest ids
 */
export async function openScope(
  ctx: Ctx,
  settings: Settings,
  which: RawBuilder<unknown>,
  limit: number | null = null,
): Promise<Scope> {
  const zone = ctx.operator.timeZone;
  await sql`create temporary table if not exists charge_scope (account_id bigint primary key,
    currency text, is_postpaid boolean, from_at timestamptz, until_at timestamptz,
    resumes_at timestamptz) on commit drop`.execute(ctx.db);
  await sql`truncate charge_scope`.execute(ctx.db);
  await sql`
    insert into charge_scope (account_id, currency, is_postpaid, from_at, until_at)
    select a.id, a.currency, a.payment_mode = 'postpaid',
           greatest(${settings.chargesBeginOn ?? 'infinity'}::date, a.charged_from)::timestamp
             at time zone ${zone},
           a.closed_on::timestamp at time zone ${zone}
    from   (select id, currency, payment_mode, charged_from, closed_on, state
            from   accounts a where ${which} order by id
            limit ${limit} for no key update) a
    where  a.state <> 'closed' or a.closed_on is not null`.execute(ctx.db);
  await sql`analyze charge_scope`.execute(ctx.db);
  const { rows } = await sql<Scope>`
    select coalesce(min(account_id), 0) as lowest, coalesce(max(account_id), 0) as highest,
           count(*) as count from charge_scope`.execute(ctx.db);
  return rows[0] ?? { lowest: 0, highest: 0, count: 0 };
}
