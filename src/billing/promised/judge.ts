import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { PromiseRuleBody } from '../api/promises.ts';
import { monthOf } from '../charging/open-scope.ts';
import { monthlyFeesMinor } from '../monthly-fees.ts';
import type { Whom } from '../whom.ts';
import { dayOf, startOfDay } from '../states/local-days.ts';

/** What rules ask of an account. */
export type Facts = {
  accountId: number;
  account: string;
  debtMinor: number;
  feesMinor: number;
  lastOn: string | null;
};

/**
 * The relation `facts` of a WITH: what rules ask of accounts, a row each, closed ones left out.
 * @param which a condition on `accounts a`
 */
export function factsOf(ctx: Ctx, which: RawBuilder<unknown>): RawBuilder<unknown> {
  const day = today(ctx);
  // accounts_pkey, subscribers_pkey, ledger_accounts_account, subscriptions_account,
  // promises_account (account_id, id desc), service_breaks_open
  return sql`
    facts as materialized (
      select a.id as account_id, a.number as account, own.root_id, a.currency,
             greatest(0, -coalesce(b.balance_minor, 0)) as debt_minor,
             coalesce(r.customer_since, a.contract_on) as since_on,
             ${monthlyFeesMinor(day)} as fees_minor,
             g.in_month, g.last_on, coalesce(g.is_open, false) as is_open,
             a.state = 'suspended' and not exists (
               select from service_breaks k
               where  k.account_id = a.id and k.ended_at is null and k.reason = 'debt')
               as is_by_hand
      from   accounts a
      join   subscribers own on own.id = a.subscriber_id
      join   subscribers r on r.id = own.root_id
      left   join ledger_accounts l on l.account_id = a.id
      left   join ledger_balances b on b.ledger_account_id = l.id
      cross  join lateral (
        select count(*) filter (where p.taken_at >= ${startOfDay(ctx, monthOf(day))}) as in_month,
               max(${dayOf(ctx, 'p.takenAt')}) as last_on,
               bool_or(p.state = 'open') as is_open
        from   promises p where p.account_id = a.id) g
      where  a.state <> 'closed' and r.erased_at is null and ${which})`;
}

/** The most a rule lets an account promise, of `facts asked`. */
export const mostMinor = (rule: PromiseRuleBody): RawBuilder<number> =>
  rule.sumKind === 'fixed'
    ? sql<number>`${Math.max(...rule.sumsMinor)}::bigint`
    : sql<number>`(asked.fees_minor * ${rule.feesPercent}::bigint / 100)`;

/**
 * Why a rule offers nothing to the account in `facts asked`, as an array of codes; empty where it
 * does offer. Fails where its condition cannot be read.
 */
export function reasonsOf(
  ctx: Ctx,
  rule: PromiseRuleBody,
  whom: Whom,
): Result<RawBuilder<string[]>> {
  const segment = whom(rule.condition, sql`asked.root_id`);
  if (!segment.ok) return segment;
  const day = today(ctx);
  const { monthlyTimes, leastDaysBetween, mostDebtMinor, leastTenureMonths } = rule;
  const since = sql`${day}::date - make_interval(months => ${leastTenureMonths}::int)`;
  const asks: [code: string, isAgainst: RawBuilder<unknown> | null][] = [
    ['open', sql`asked.is_open`],
    ['by_hand', sql`asked.is_by_hand`],
    ['currency', sql`asked.currency <> ${ctx.operator.currency}`],
    ['segment', rule.condition && sql`not ${segment.value}`],
    [
      'tenure',
      leastTenureMonths > 0 ? sql`asked.since_on is null or asked.since_on > ${since}` : null,
    ],
    ['debt', mostDebtMinor === null ? null : sql`asked.debt_minor > ${mostDebtMinor}::bigint`],
    ['times', monthlyTimes === null ? null : sql`asked.in_month >= ${monthlyTimes}::int`],
    [
      'between',
      leastDaysBetween > 0 ? sql`asked.last_on > ${day}::date - ${leastDaysBetween}::int` : null,
    ],
    ['no_fees', rule.sumKind === 'fees' ? sql`${mostMinor(rule)} < 1` : null],
  ];
  const cases = asks.flatMap(([code, isAgainst]) =>
    isAgainst ? [sql`case when ${isAgainst} then ${sql.lit(code)} end`] : [],
  );
  return ok(sql<string[]>`array_remove(array[${sql.join(cases)}], null)`);
}
