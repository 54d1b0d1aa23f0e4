import { sql } from 'kysely';
import { before, daysBefore, type RiskFacts } from '../../subscribers/index.ts';

const accountsOf = sql`
  risk_people p
  join   subscribers m on m.root_id = p.subscriber_id
  join   accounts a on a.subscriber_id = m.id`;

/**
 * What is subscribed to on the moment's day: speed, further services, the term that is promised and
 * discounts that end. Fees come from the ledger, for a row may have got its fee later.
 */
export const subscriptionFacts: RiskFacts = {
  name: 'billing.subscriptions',
  facts: [
    { key: 'speedMbits', group: 'usage', told: ['low'] },
    { key: 'furtherServices', group: 'usage', told: [] },
    { key: 'monthsOfTermLeft', group: 'term', told: ['low'] },
    { key: 'discountsEnding', group: 'price', told: ['high'] },
  ],
  // accounts_subscriber, subscriptions_account, discounts_account
  asOf: (moment) => sql`
    with had as materialized (
      select p.subscriber_id, s.started_on, v.speed_kbps, v.least_months, d.kind
      from   ${accountsOf}
      join   subscriptions s on s.account_id = a.id
      join   product_versions v on v.id = s.product_version_id
      join   products d on d.id = v.product_id
      where  (s.started_on is null or s.started_on < ${moment.on})
      and    (s.ended_on is null or s.ended_on >= ${moment.on})),
    ending as (
      select p.subscriber_id, count(*) as discounts
      from   ${accountsOf}
      join   discounts d on d.account_id = a.id
      where  d.given_at < ${moment.at}
      -- What was ended since was still to last as it had been planned.
      and    case when d.ended_at >= ${moment.at} then d.planned_to_on else d.to_on end
             between ${moment.on}::date and ${moment.on}::date + 45
      group  by p.subscriber_id)
    select h.subscriber_id, max(h.speed_kbps) filter (where h.kind = 'tariff') / 1000.0,
           count(*) filter (where h.kind <> 'tariff'),
           max((h.started_on + make_interval(months => h.least_months))::date - ${moment.on}::date)
             filter (where h.least_months > 0) / 30.4375,
           coalesce(max(e.discounts), 0)
    from   had h left join ending e using (subscriber_id)
    group  by h.subscriber_id`,
};

/** When service was not given, and promises to pay; a break of hand says nothing of the person. */
export const breakFacts: RiskFacts = {
  name: 'billing.breaks',
  facts: [
    { key: 'suspensionsInHalfYear', group: 'money', told: ['high'] },
    { key: 'isSuspended', group: 'money', told: ['high'] },
    { key: 'pausedDays', group: 'usage', told: ['high'] },
    { key: 'promisesInHalfYear', group: 'money', told: ['high'] },
  ],
  // service_breaks_account (account_id, began_at), promises_account (account_id, id desc)
  asOf: (moment) => sql`
    with broken as (
      select p.subscriber_id,
             count(*) filter (where b.kind = 'suspended' and b.reason <> 'by_hand') as suspended,
             bool_or(b.kind = 'suspended'
                     and (b.ended_at is null or b.ended_at >= ${moment.at})) as is_so,
             sum(extract(epoch from least(b.ended_at, ${moment.at}) - b.began_at) / 86400)
               filter (where b.kind = 'paused') as days
      from   ${accountsOf}
      join   service_breaks b on b.account_id = a.id
      where  b.began_at < ${moment.at} and b.began_at >= ${before(moment, 183)}
      group  by p.subscriber_id),
    promised as (
      select p.subscriber_id, count(*) as promises
      from   ${accountsOf}
      join   promises q on q.account_id = a.id
      where  q.taken_at < ${moment.at} and q.taken_at >= ${before(moment, 183)}
      group  by p.subscriber_id)
    select p.subscriber_id, coalesce(b.suspended, 0), coalesce(b.is_so, false)::int,
           coalesce(b.days, 0), coalesce(q.promises, 0)
    from   risk_people p
    left   join broken b using (subscriber_id)
    left   join promised q using (subscriber_id)`,
};

/** How much was used of the line by what was measured; of what nobody measures nothing is known. */
export const usageFacts: RiskFacts = {
  name: 'billing.usage',
  facts: [
    { key: 'usedGbMonthly', group: 'usage', told: ['low'] },
    { key: 'usageTrend', group: 'usage', told: ['low'], said: 'share' },
    { key: 'daysSinceUse', group: 'usage', told: ['high'] },
  ],
  // usage_records_account (account_id, began_at)
  asOf: (moment) => sql`
    select p.subscriber_id,
           coalesce(sum(u.units) filter (where u.began_at >= ${before(moment, 30)}), 0) / 1e9,
           coalesce(sum(u.units) filter (where u.began_at >= ${before(moment, 30)}), 0)::float8
             / nullif(sum(u.units) filter (where u.began_at < ${before(moment, 30)}) / 2.0, 0) - 1,
           ${moment.on}::date - max(u.began_at)::date
    from   ${accountsOf}
    join   usage_records u on u.account_id = a.id and u.meter = 'bytes'
    where  u.began_at >= ${daysBefore(moment, 90)} and u.ended_at < ${moment.at}
    group  by p.subscriber_id`,
};
