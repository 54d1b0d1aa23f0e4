import { type RawBuilder, sql } from 'kysely';
import { type ChargeCycle, cycles } from '../../catalog/api.ts';
import { dueUsage } from './due-usage.ts';
import { instalmentsOf } from './instalments.ts';
import type { Scope, Terms } from './open-scope.ts';

/** What accounts hold, as it is written: a relation of the columns of `subscriptions`. */
const subscriptions = sql`subscriptions`;

/**
 * What is due from the accounts in `charge_scope`, as the tail of a WITH: the relation `due`
 * (account_id, subscription_id, kind, month, rate_id, amount).
 * @param held what the accounts subscribe to, where that is not what is written
 */
export function due(terms: Terms, held: RawBuilder<unknown> = subscriptions): RawBuilder<unknown> {
  return sql`
    ${months(terms)}, ${parts(terms, held)}, ${pieces(terms)}, ${measured(terms)},
    ${dueUsage(terms)},
    due as (
      select account_id, subscription_id, 'fee' as kind, month, null::bigint as rate_id,
             div(2 * sum(rate * units) + whole, 2 * whole) as amount
      from   measured group by account_id, subscription_id, month, whole
      union all
      select account_id, subscription_id, 'connection', month, null, amount from due_connections
      union all
      select account_id, subscription_id, 'instalment', month, null, amount from due_instalments
      union all
      select account_id, subscription_id, 'usage', month, rate_id, amount from due_usage)`;
}

/**
 * What is due from the accounts in `charge_scope` less what was charged, as the tail of a WITH: the
 * relation `difference` (account_id, subscription_id, kind, month, rate_id, amount_minor), in which
 * nothing stands where all was charged. Charging is always this difference. So a second run finds
 * nothing, and a pause, an end or another tariff gives back what is not used: never more than was
 * charged and not given back by corrections of the lines yet.
 */
export function difference(terms: Terms, scope: Scope): RawBuilder<unknown> {
  // charges_month (month, account_id), corrections_account (account_id, id desc)
  return sql`
    ${due(terms)},
    corrected as (
      select ch.account_id, ch.subscription_id, ch.kind, ch.month, ch.rate_id, c.amount_minor
      from   charge_scope s
      join   corrections c on c.account_id = s.account_id
      join   charges ch on ch.posting_id = c.line_id
      where  c.state = 'posted' and c.kind in ('refund', 'recalculation') and c.amount_minor > 0
      and    ch.month >= ${terms.fromMonth}::date and ch.kind <> 'one_off'),
    difference as (
      select account_id, subscription_id, kind, month, rate_id, moved::bigint as amount_minor
      from   (select account_id, subscription_id, kind, month, rate_id,
                     greatest(sum(amount),
                              least(0, sum(corrected) - sum(charged))) as moved
              from   (select *, 0 as charged, 0 as corrected from due
                      union all
                      select ch.account_id, ch.subscription_id, ch.kind, ch.month, ch.rate_id,
                             -ch.amount_minor, ch.amount_minor, 0
                      from   charges ch
                      where  ch.account_id in (select account_id from charge_scope)
                      and    ch.account_id between ${scope.lowest} and ${scope.highest}
                      and    ch.month >= ${terms.fromMonth}::date and ch.kind <> 'one_off'
                      union all
                      select account_id, subscription_id, kind, month, rate_id, 0, 0,
                             amount_minor
                      from   corrected) all_sides
              group  by account_id, subscription_id, kind, month, rate_id) moves
      where  moved <> 0)`;
}

/** The months that are looked at, by the operator's clocks, and how each is counted. */
const months = ({ timeZone, fromMonth, thisMonth, proration }: Terms) => sql`
  -- former_prorations_pkey (through_month)
  months as materialized (
    select m::date as month, m at time zone ${timeZone} as from_at,
           (m + interval '1 month') at time zone ${timeZone} as to_at,
           (m + interval '1 month')::date - m::date as days,
           coalesce((select f.proration from former_prorations f
                     where  f.through_month >= m::date order by f.through_month limit 1),
                    ${proration}) = 'day' as is_by_day
    from   generate_series(${fromMonth}::timestamp, ${thisMonth}::timestamp,
                           interval '1 month') m)`;

/** Up to when a month that is paid in advance is due while it runs, by each way of charging it. */
function dueUntil(today: string, timeZone: string): RawBuilder<unknown> {
  const until: Record<ChargeCycle, RawBuilder<unknown>> = {
    monthly: sql`m.to_at`,
    daily: sql`(${today}::date + 1)::timestamp at time zone ${timeZone}`,
  };
  return sql.join(
    cycles.map((cycle) => sql`when v.charge_cycle = ${cycle} then ${until[cycle]}`),
    sql` `,
  );
}

/**
 * Each subscription's part of each month, up to what is due now: of a month paid in advance all of
 * it, of a day paid in advance this day's end, of what is paid afterwards nothing until the month
 * is over.
 */
const parts = ({ timeZone, today, thisMonth }: Terms, plans: RawBuilder<unknown>) => sql`
  -- subscriptions_account (account_id), product_versions_pkey
  held as materialized (
    select c.account_id, s.id as subscription_id, s.product_version_id, m.month, m.days,
           m.from_at as month_from, m.to_at as month_to,
           coalesce(s.monthly_fee_minor, v.monthly_fee_minor) as price, t.from_at, t.to_at
    from   charge_scope c
    join   ${plans} s on s.account_id = c.account_id
    join   product_versions v on v.id = s.product_version_id
    cross  join months m
    cross  join lateral (
      select greatest(m.from_at, c.from_at, s.started_on::timestamp at time zone ${timeZone})
               as from_at,
             least(m.to_at, c.until_at, s.ended_on::timestamp at time zone ${timeZone},
                   case when m.month < ${thisMonth}::date then m.to_at
                        when c.is_postpaid then m.from_at
                        ${dueUntil(today, timeZone)} end) as to_at) t
    where  t.from_at < t.to_at and (s.started_on is null or s.started_on <= ${today}::date)),
  due_connections as (
    select c.account_id, s.id as subscription_id, date_trunc('month', s.started_on)::date as month,
           v.connection_fee_minor as amount
    from   charge_scope c
    join   ${plans} s on s.account_id = c.account_id
    join   product_versions v on v.id = s.product_version_id and v.connection_fee_minor > 0
                                 and v.instalments = 0
    join   months m on m.month = date_trunc('month', s.started_on)::date
    where  s.started_on::timestamp at time zone ${timeZone} >= c.from_at
    and    s.started_on <= ${today}::date and not s.is_moved
    and    (not c.is_postpaid or m.month < ${thisMonth}::date)),
  due_instalments as (
    select c.account_id, s.id as subscription_id, m.month, sum(i.amount)::bigint as amount
    from   charge_scope c
    join   ${plans} s on s.account_id = c.account_id
    join   product_versions v on v.id = s.product_version_id and v.instalments > 0
    cross  join lateral ${instalmentsOf(sql`least(s.ended_on,
             (c.until_at at time zone ${timeZone})::date)`)} i
    join   months m on m.month = date_trunc('month', i.due_on)::date
    where  i.due_on::timestamp at time zone ${timeZone} >= c.from_at
    and    i.due_on <= ${today}::date and not s.is_moved
    and    (not c.is_postpaid or m.month < ${thisMonth}::date)
    group  by c.account_id, s.id, m.month)`;

/** Those parts cut where a discount begins or ends, with the monthly price that holds in each. */
const pieces = ({ timeZone }: Terms) => sql`
  -- discounts_account (account_id)
  given as materialized (
    select d.id, d.account_id, d.subscription_id, d.kind, d.value,
           d.from_on::timestamp at time zone ${timeZone} as from_at,
           coalesce(d.to_on::timestamp at time zone ${timeZone}, 'infinity') as to_at
    from   discounts d join charge_scope c on c.account_id = d.account_id),
  reduced as (
    select h.*, exists (
             select from given g where g.account_id = h.account_id
             and   (g.subscription_id is null or g.subscription_id = h.subscription_id))
             as is_reduced
    from   held h),
  pieces as (
    select account_id, subscription_id, month, days, month_from, month_to,
           price::numeric as rate, from_at, to_at
    from   reduced where not is_reduced
    union  all
    select r.account_id, r.subscription_id, r.month, r.days, r.month_from, r.month_to,
           discounted(r.price, p.percents, p.sums), k.from_at, k.to_at
    from   reduced r
    cross  join lateral (
      select cut as from_at, lead(cut, 1, r.to_at) over (order by cut) as to_at
      from   (select r.from_at as cut
              union select g.from_at from given g where g.account_id = r.account_id
              union select g.to_at from given g where g.account_id = r.account_id) cuts
      where  cut >= r.from_at and cut < r.to_at) k
    cross  join lateral (
      select array_agg(g.value order by g.id) filter (where g.kind = 'percent') as percents,
             sum(g.value) filter (where g.kind = 'sum') as sums
      from   given g
      where  g.account_id = r.account_id
      and    (g.subscription_id is null or g.subscription_id = r.subscription_id)
      and    g.from_at <= k.from_at and g.to_at > k.from_at) p
    where  r.is_reduced)`;

/**
 * How much of each piece service was given, and of how much in the whole month: to the day, where a
 * day with any moment of service counts whole, or to the second.
 */
function measured({ timeZone }: Terms): RawBuilder<unknown> {
  const local = (at: RawBuilder<unknown>) => sql`((${at}) at time zone ${timeZone})::date`;
  const days = sql`daterange(${local(sql`lower(r)`)},
    ${local(sql`upper(r) - interval '1 microsecond'`)} + 1)`;
  const given = sql`unnest(tstzmultirange(tstzrange(p.from_at, p.to_at)) - g.gaps) r`;
  return sql`
    -- service_breaks_account (account_id, began_at)
    gaps as materialized (
      select c.account_id,
             range_agg(tstzrange(b.began_at, coalesce(b.ended_at, c.resumes_at))) as gaps
      from   charge_scope c join service_breaks b on b.account_id = c.account_id
      where  b.ended_at is null or b.ended_at > (select min(from_at) from months)
      group  by c.account_id),
    measured as (
      select p.account_id, p.subscription_id, p.month, p.rate,
             case when m.is_by_day then p.days
                  else extract(epoch from p.month_to - p.month_from) end as whole,
             case when m.is_by_day and g.gaps is null
                  then ${local(sql`p.to_at`)} - ${local(sql`p.from_at`)}
                  when m.is_by_day
                  then coalesce((select sum(upper(d) - lower(d))
                                 from   unnest((select range_agg(${days}) from ${given})) d), 0)
                  when g.gaps is null then extract(epoch from p.to_at - p.from_at)
                  else coalesce((select sum(extract(epoch from upper(r) - lower(r)))
                                 from   ${given}), 0) end as units
      from   pieces p
      join   months m on m.month = p.month
      left   join gaps g on g.account_id = p.account_id)`;
}
