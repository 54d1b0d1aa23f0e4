import { type RawBuilder, sql } from 'kysely';
import type { EarningRule } from './rule-rows.ts';
import type { Signal } from './signals.ts';

/** From which day to which, both with, by which clocks; of whom, where it is not of all. */
export type Span = { from: string; to: string; timeZone: string; subscriberId?: number };

type Asked = Span & Pick<EarningRule, 'bound'>;

const ofOne = ({ subscriberId }: Span): RawBuilder<unknown> =>
  subscriberId === undefined ? sql`true` : sql`s.id = ${subscriberId}`;

/** Whoever is here, once however many records they have. */
const isHere = sql`s.merged_into_id is null and s.erased_at is null
  and s.status in ('active', 'suspended')`;

/** Whole months that ended within the days. */
const monthsWithin = ({ from, to }: Span): RawBuilder<unknown> => sql`
  m.month between date_trunc('month', ${from}::date)
          and     date_trunc('month', ${to}::date + 1) - interval '1 month'
  and (m.month + interval '1 month')::date - 1 >= ${from}::date`;

const monthEnd = sql`(m.month + interval '1 month')::date - 1`;

/**
 * When something happened that points are given for: a SELECT of `subscriber_id` of a root,
 * `source_id` of that record of theirs to which it happened, which a merge does not change,
 * `subject_id`, `key`, the day `"on"` and `base`, by which the points of the rule are multiplied.
 */
const selects: Readonly<Record<Signal, (asked: Asked) => RawBuilder<unknown>>> = {
  // subscribers_since (customer_since, id)
  welcome: (asked) => sql`
    select s.id as subscriber_id, s.id as source_id, null::bigint as subject_id,
           'welcome'::text as key,
           s.customer_since as "on", 1::numeric as base
    from   subscribers s
    where  s.customer_since between ${asked.from} and ${asked.to} and ${isHere} and ${ofOne(asked)}`,
  // paid_months_pkey (month, subscriber_id), subscribers_pkey
  on_time: (asked) => sql`
    select s.id as subscriber_id, s.id as source_id, null::bigint as subject_id,
           'month ' || m.month as key,
           ${monthEnd} as "on", 1::numeric as base
    from   paid_months m join subscribers s on s.id = m.subscriber_id
    where  ${monthsWithin(asked)} and m.is_in_time and ${isHere} and ${ofOne(asked)}`,
  streak: (asked) => sql`
    select s.id as subscriber_id, s.id as source_id, null::bigint as subject_id,
           'streak ' || m.month as key,
           ${monthEnd} as "on", 1::numeric as base
    from   paid_months m join subscribers s on s.id = m.subscriber_id
    where  ${monthsWithin(asked)} and m.is_in_time and m.streak > 0
    and    m.streak % greatest(1, ${asked.bound}::int) = 0 and ${isHere} and ${ofOne(asked)}`,
  spending: (asked) => sql`
    select s.id as subscriber_id, s.id as source_id, null::bigint as subject_id,
           'spent ' || m.month as key,
           ${monthEnd} as "on", m.charged_minor / 10000.0 as base
    from   paid_months m join subscribers s on s.id = m.subscriber_id
    where  ${monthsWithin(asked)} and m.is_in_time and m.charged_minor > 0
    and    ${isHere} and ${ofOne(asked)}`,
  // The day on which another year is full; of 29 February the last of the month.
  tenure: (asked) => sql`
    select s.id as subscriber_id, s.id as source_id, null::bigint as subject_id,
           'year ' || y.years as key,
           (s.customer_since + y.years * interval '1 year')::date as "on",
           least(y.years, greatest(1, ${asked.bound}::int))::numeric as base
    from   subscribers s
    cross  join lateral (
      select extract(year from d.day)::int - extract(year from s.customer_since)::int as years
      from  (values (${asked.from}::date), (${asked.to}::date)) as d(day)
      group  by 1) y
    where  y.years >= 1 and ${isHere} and ${ofOne(asked)}
    and    (s.customer_since + y.years * interval '1 year')::date
             between ${asked.from} and ${asked.to}`,
  // Once for each: what a price change has moved, is taken anew or was given for points is none.
  // redemptions_subscription (subscription_id) where subscription_id is not null,
  // subscriptions_version_started (product_version_id, started_on)
  add_on: (asked) => sql`
    select distinct on (s.id, p.id) s.id as subscriber_id, o.id as source_id,
           x.id as subject_id, 'product ' || p.id as key, x.started_on as "on", 1::numeric as base
    from   products p
    join   product_versions v on v.product_id = p.id
    join   subscriptions x on x.product_version_id = v.id
           and x.started_on between ${asked.from} and ${asked.to} and not x.is_moved
           and not exists (select from redemptions d where d.subscription_id = x.id)
    join   accounts a on a.id = x.account_id
    join   subscribers o on o.id = a.subscriber_id
    join   subscribers s on s.id = o.root_id
    where  p.kind = 'addon' and ${isHere} and ${ofOne(asked)}
    order  by s.id, p.id, o.id <> s.id, x.started_on, x.id`,
  // Reads everybody, once a night: a day of the year is found by no index.
  birthday: (asked) => sql`
    select s.id as subscriber_id, s.id as source_id, null::bigint as subject_id,
           'birthday ' || y.year as key,
           y."on", 1::numeric as base
    from   subscribers s
    cross  join lateral (
      select e.year, (s.birth_on + (e.year - extract(year from s.birth_on)::int)
                                   * interval '1 year')::date as "on"
      from  (select distinct extract(year from d.day)::int as year
             from  (values (${asked.from}::date), (${asked.to}::date)) as d(day)) e) y
    where  s.kind = 'person' and s.birth_on is not null
    and    y."on" between ${asked.from} and ${asked.to} and ${isHere} and ${ofOne(asked)}`,
  // To whom was served there when it began: an address that came with its record is as old as the
  // custom. incidents_ended (ended_at) where kind = 'outage', incident_buildings_incident,
  // premises_building_id_flat_key, service_addresses_premise, accounts_subscriber
  outage: (asked) => sql`
    select s.id as subscriber_id,
           -- Of several records the person's own: it is theirs still where they part again.
           coalesce(min(o.id) filter (where o.id = s.id), min(o.id)) as source_id,
           i.id as subject_id,
           'outage ' || i.id as key,
           (i.ended_at at time zone ${asked.timeZone})::date as "on", 1::numeric as base
    from   incidents i
    join   incident_buildings b on b.incident_id = i.id
    join   premises p on p.building_id = b.building_id
    join   service_addresses d on d.premise_id = p.id
           and coalesce(d.removed_at, 'infinity') > i.started_at
    join   subscribers o on o.id = d.subscriber_id
    join   subscribers s on s.id = o.root_id
    where  i.kind = 'outage'
    and    i.ended_at >= ${asked.from}::date::timestamp at time zone ${asked.timeZone}
    and    i.ended_at < (${asked.to}::date + 1)::timestamp at time zone ${asked.timeZone}
    and    s.customer_since <= (i.started_at at time zone ${asked.timeZone})::date
    and    d.created_at <= greatest(i.started_at, o.created_at + interval '1 day')
    and    exists (select from accounts a
                   where  a.subscriber_id = o.id
                   and    coalesce(a.service_address_id, d.id) = d.id
                   and    coalesce(a.closed_on, 'infinity')
                            > (i.started_at at time zone ${asked.timeZone})::date)
    and    i.ended_at - i.started_at >= ${asked.bound} * interval '1 hour'
    and    ${isHere} and ${ofOne(asked)}
    group  by s.id, i.id`,
  // friendships_rewarded (rewarded_on)
  friend: (asked) => sql`
    select distinct on (s.id, f.id) s.id as subscriber_id, o.id as source_id, f.id as subject_id,
           'friend ' || f.id || case f.taken_back when 0 then '' else ' ' || f.taken_back end
             as key, f.rewarded_on as "on", 1::numeric as base
    from   friendships f
    join   subscribers o on o.id in (f.inviter_id, f.friend_id)
    join   subscribers s on s.id = o.root_id
    where  f.rewarded_on between ${asked.from} and ${asked.to}
    and    ${isHere} and ${ofOne(asked)}
    order  by s.id, f.id, o.id`,
};

/** @returns the moments of a rule within some days, as a SELECT */
export const momentsOf = (
  { signal, bound }: Pick<EarningRule, 'signal' | 'bound'>,
  span: Span,
): RawBuilder<unknown> => selects[signal]({ ...span, bound });
