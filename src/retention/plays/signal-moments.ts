import { type RawBuilder, sql } from 'kysely';
import { type Asked, daysWithin, startOf, within } from './period.ts';

type Moments = (asked: Asked) => RawBuilder<unknown>;

const days = (count: number) => sql`make_interval(days => ${count}::int)`;
const hours = (count: number) => sql`make_interval(hours => ${count}::int)`;

/** A fault that lasted so long is mended; incidents_ended, incident_buildings_incident. */
const outage: Moments = (asked) => sql`
  select m.root_id as subscriber_id, i.ended_at as at
  from   incidents i
  join   incident_buildings h on h.incident_id = i.id
  join   premises f on f.building_id = h.building_id
  join   service_addresses a on a.premise_id = f.id and a.removed_at is null
  join   subscribers m on m.id = a.subscriber_id
  where  i.kind = 'outage' and i.ended_at - i.started_at >= ${hours(asked.bound)}
  and    m.created_at < i.ended_at and ${within(sql`i.ended_at`, asked)}`;

/** What somebody has complained of is done, after so many hours; tickets_closed. */
const complaintClosed: Moments = (asked) => sql`
  select m.root_id as subscriber_id, t.closed_at as at
  from   tickets t join subscribers m on m.id = t.subscriber_id
  where  t.closed_at - t.opened_at >= ${hours(asked.bound)} and t.merged_into_id is null
  and    ${within(sql`t.closed_at`, asked)}`;

/** Those who have a version hear that its price changes; price_moves_pkey. */
const priceChange: Moments = (asked) => sql`
  select m.root_id as subscriber_id, c.announced_at as at
  from   price_changes c
  join   price_moves v on v.price_change_id = c.id
  join   accounts a on a.id = v.account_id
  join   subscribers m on m.id = a.subscriber_id
  join   product_versions f on f.id = c.from_version_id
  join   product_versions n on n.id = c.to_version_id
  where  c.state in ('announced', 'moved') and n.monthly_fee_minor > f.monthly_fee_minor
  and    ${within(sql`c.announced_at`, asked)}`;

/** So many days before a promised term is over; subscriptions_version_started. */
const contractEnd: Moments = (asked) => sql`
  select m.root_id as subscriber_id, ${startOf(sql`e.ends_on - ${asked.bound}::int`, asked)} as at
  from   product_versions v
  join   subscriptions x on x.product_version_id = v.id
  cross  join lateral (
    select (x.started_on + make_interval(months => v.least_months))::date as ends_on) e
  join   accounts a on a.id = x.account_id
  join   subscribers m on m.id = a.subscriber_id
  where  v.least_months > 0 and coalesce(x.ended_on, 'infinity') > e.ends_on - ${asked.bound}::int
  and    x.started_on between
           (${asked.from}::timestamptz at time zone ${asked.timeZone})::date + ${asked.bound}::int
             - make_interval(months => v.least_months) - interval '3 days'
           and (${asked.to}::timestamptz at time zone ${asked.timeZone})::date + ${asked.bound}::int
             - make_interval(months => v.least_months) + interval '3 days'
  and    ${within(startOf(sql`e.ends_on - ${asked.bound}::int`, asked), asked)}`;

/** So many days before somebody pays more again; discounts_to. */
const discountEnd: Moments = (asked) => sql`
  select m.root_id as subscriber_id, ${startOf(sql`d.to_on - ${asked.bound}::int`, asked)} as at
  from   discounts d
  join   accounts a on a.id = d.account_id and a.state <> 'closed'
  join   subscribers m on m.id = a.subscriber_id
  where  ${daysWithin(sql`d.to_on`, asked, asked.bound)} and d.from_on < d.to_on
  and    ${within(startOf(sql`d.to_on - ${asked.bound}::int`, asked), asked)}`;

/** Suspended for a debt, after so many days without; service_breaks_began, _account. */
const suspended: Moments = (asked) => sql`
  select m.root_id as subscriber_id, k.began_at as at
  from   service_breaks k
  join   accounts a on a.id = k.account_id
  join   subscribers m on m.id = a.subscriber_id
  where  k.kind = 'suspended' and k.reason in ('debt', 'brought')
  and    not exists (
    select from service_breaks b
    where  b.account_id = k.account_id and b.kind = 'suspended' and b.began_at < k.began_at
    and    coalesce(b.ended_at, 'infinity') > k.began_at - ${days(asked.bound)})
  and    ${within(sql`k.began_at`, asked)}`;

/** Short of money for so many days; shortfalls_since. */
const short: Moments = (asked) => sql`
  select m.root_id as subscriber_id, f.since_at + ${days(asked.bound)} as at
  from   shortfalls f
  join   accounts a on a.id = f.account_id and a.state <> 'closed'
  join   subscribers m on m.id = a.subscriber_id
  where  f.since_at > ${asked.from}::timestamptz - ${days(asked.bound)}
  and    f.since_at <= ${asked.to}::timestamptz - ${days(asked.bound)}`;

/** Enters a segment; segment_members_since. */
const segment: Moments = (asked) => sql`
  select m.root_id as subscriber_id, k.since_at as at
  from   segment_members k join subscribers m on m.id = k.subscriber_id
  where  k.segment_id = ${asked.segmentId} and ${within(sql`k.since_at`, asked)}`;

/** Likely to leave within 90 days for that reason; risk_scores_chance. */
const risk: Moments = (asked) => sql`
  select m.root_id as subscriber_id, r.scored_at as at
  from   risk_scores r join subscribers m on m.id = r.id
  where  r.chance_90 >= ${asked.bound} / 100.0 and r.reason_group = ${asked.reason}
  and    ${within(sql`r.scored_at`, asked)}`;

export const keepingMoments = {
  outage,
  complaint_closed: complaintClosed,
  price_change: priceChange,
  contract_end: contractEnd,
  discount_end: discountEnd,
  suspended,
  short,
  segment,
  risk,
};
