import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { TrustRule } from '../api/trust.ts';
import { monthlyFeesMinor } from '../monthly-fees.ts';
import type { Whom } from '../whom.ts';
import { dayOf } from '../states/local-days.ts';

/** Whole months from a day until now. */
const monthsSince = (since: RawBuilder<unknown>, day: string) => sql`(
  select coalesce(extract(year from g) * 12 + extract(month from g), 0)::int
  from   age(${day}::date, ${since}) g)`;

/** What the last step adds that so many months reach. */
const stepOf = (steps: TrustRule['tenureSteps'], months: RawBuilder<unknown>) => sql`
  coalesce((select s.add from jsonb_to_recordset(${JSON.stringify(
    steps.map(({ months: at, addMinor }) => ({ at, add: addMinor })),
  )}::jsonb) as s (at int, add bigint)
            where s.at <= ${months} order by s.at desc limit 1), 0)`;

/**
 * The relations of a WITH up to `target` (account_id, target_minor, parts): what the rule comes to
 * for accounts. Whoever is not of its segment, or has another currency, is trusted with nothing.
 * Fails where the rule's condition cannot be read
 */
export function targetOf(
  ctx: Ctx,
  rule: TrustRule,
  whom: Whom,
  which: RawBuilder<unknown>,
): Result<RawBuilder<unknown>> {
  const segment = whom(rule.condition, sql`own.root_id`);
  if (!segment.ok) return segment;
  const day = today(ctx);
  const { basePercent, brokenCutMinor, suspendedCutMinor, debtDays, ceilingMinor } = rule;
  const isInDebt =
    debtDays === null
      ? sql`false`
      : sql`f.since_at is not null and ${day}::date - ${dayOf(ctx, 'f.sinceAt')} > ${debtDays}::int`;
  const sum = sql`(base + tenure + paid - broken - suspended)`;
  // accounts_pkey, subscribers_pkey, shortfalls_pkey, trust_limits_pkey, subscriptions_account,
  // promises_account, and service_breaks_account
  return ok(sql`
    known as materialized (
      select a.id as account_id,
             ${monthlyFeesMinor(day)} * ${basePercent}::bigint / 10000 * 100 as base,
             ${monthsSince(sql`coalesce(r.customer_since, a.contract_on)`, day)} as tenure_months,
             ${monthsSince(sql`c.careful_since`, day)} as paid_months,
             (select count(*) from promises p
              where  p.account_id = a.id and p.state = 'broken'
              and    p.ended_at > ${ctx.clock.now()}::timestamptz - interval '1 year')
               as broken_count,
             (select count(*) from service_breaks k
              where  k.account_id = a.id and k.reason = 'debt'
              and    k.began_at > ${ctx.clock.now()}::timestamptz - interval '1 year')
               as suspended_count,
             ${isInDebt} as is_in_debt,
             ${rule.isOn} and a.state <> 'closed' and a.currency = ${ctx.operator.currency}
               and ${segment.value} as is_meant
      from   accounts a
      join   subscribers own on own.id = a.subscriber_id
      join   subscribers r on r.id = own.root_id
      left   join trust_limits c on c.account_id = a.id
      left   join shortfalls f on f.account_id = a.id
      where  ${which}),
    added as (
      select k.*, ${stepOf(rule.tenureSteps, sql`k.tenure_months`)} as tenure,
             ${stepOf(rule.paidSteps, sql`k.paid_months`)} as paid,
             k.broken_count * ${brokenCutMinor}::bigint as broken,
             k.suspended_count * ${suspendedCutMinor}::bigint as suspended
      from   known k),
    summed as (
      select d.*, greatest(0, ${sum}) as minor,
             least(greatest(0, ${sum}), ${ceilingMinor}::bigint) as bounded
      from   added d),
    target as (
      select s.account_id,
             case when s.is_meant and not s.is_in_debt then s.bounded else 0 end as target_minor,
             case when not s.is_meant then '[]'::jsonb else (
               select coalesce(jsonb_agg(jsonb_build_object(
                        'kind', v.kind, 'minor', v.minor, 'count', v.count) order by v.place), '[]')
               from  (values (1, 'base', s.base, 0), (2, 'tenure', s.tenure, s.tenure_months),
                             (3, 'paid', s.paid, s.paid_months),
                             (4, 'broken', -s.broken, s.broken_count::int),
                             (5, 'suspended', -s.suspended, s.suspended_count::int),
                             (6, 'debt', case when s.is_in_debt then -s.bounded else 0 end, 0),
                             (7, 'ceiling', s.bounded - s.minor, 0)) v (place, kind, minor, count)
               where v.minor <> 0) end as parts
      from   summed s)`);
}
