import { type RawBuilder, sql } from 'kysely';
import { type Asked, daysWithin, startOf, within } from '../plays/period.ts';

type Moments = (asked: Asked) => RawBuilder<unknown>;

/**
 * Who has left and is not back, with the tariff that they had and the house where they were served.
 * `before` says who of them is looked at; subscribers_left, accounts_subscriber,
 * subscriptions_account, service_addresses_subscriber.
 */
const leavers = (before: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select s.id, s.left_on, h.building_id, had.fee_minor, had.speed_kbps, had.product_id
  from   subscribers s
  left   join lateral (
    select f.building_id from subscribers m
    join   service_addresses a on a.subscriber_id = m.id
    join   premises f on f.id = a.premise_id
    where  m.root_id = s.id order by a.is_primary desc, a.id desc limit 1) h on true
  left   join lateral (
    select coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as fee_minor, v.speed_kbps,
           v.product_id
    from   subscribers m
    join   accounts a on a.subscriber_id = m.id
    join   subscriptions x on x.account_id = a.id
    join   product_versions v on v.id = x.product_version_id
    join   products p on p.id = v.product_id and p.kind = 'tariff'
    where  m.root_id = s.id order by x.started_on desc nulls last, x.id desc limit 1) had on true
  where  s.merged_into_id is null and s.status = 'left' and s.left_on is not null and ${before}`;

/** Nobody is asked back after so long. */
const YEARS = 2;
const lately = (asked: Asked): RawBuilder<unknown> => sql`
  s.left_on > (${asked.from}::timestamptz - make_interval(years => ${YEARS}))::date`;

/** The same of those alone who were served where something has changed; premises_building. */
const latelyAt = (asked: Asked, houses: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  ${lately(asked)} and s.id in (
    select m.root_id from (${houses}) b
    join   premises f on f.building_id = b.building_id
    join   service_addresses a on a.premise_id = f.id
    join   subscribers m on m.id = a.subscriber_id)`;

/** So many days after somebody has left; subscribers_left. */
const left: Moments = (asked) => sql`
  select s.id as subscriber_id, ${startOf(sql`s.left_on + ${asked.bound}::int`, asked)} as at
  from   subscribers s
  where  s.merged_into_id is null and s.status = 'left'
  and    ${daysWithin(sql`s.left_on`, asked, -asked.bound)}
  and    ${within(startOf(sql`s.left_on + ${asked.bound}::int`, asked), asked)}`;

/** There is more speed at the house than they had; coverages_updated. */
const speedCame: Moments = (asked) => sql`
  select l.id as subscriber_id, c.updated_at as at
  from   (${leavers(
    latelyAt(asked, sql`select building_id from coverages where ${within(sql`updated_at`, asked)}`),
  )}) l
  join   coverages c on c.building_id = l.building_id and c.speed_kbps > l.speed_kbps
  where  c.planned_on is null and coalesce(c.ports_free, 1) > 0
  and    (c.updated_at at time zone ${asked.timeZone})::date > l.left_on
  and    ${within(sql`c.updated_at`, asked)}`;

/** A tariff as fast as theirs costs less than they paid, or a faster one no more. */
const betterTariff: Moments = (asked) => sql`
  select l.id as subscriber_id, ${startOf(sql`v.valid_from`, asked)} as at
  from   (${leavers(sql`${lately(asked)} and exists (
           select from product_versions where ${daysWithin(sql`valid_from`, asked, 0)})`)}) l
  join   product_versions v on v.speed_kbps >= l.speed_kbps and v.monthly_fee_minor <= l.fee_minor
  and    (v.speed_kbps > l.speed_kbps or v.monthly_fee_minor < l.fee_minor)
  and    v.valid_from > l.left_on
  join   products p on p.id = v.product_id and p.kind = 'tariff' and p.archived_at is null
  where  ${daysWithin(sql`v.valid_from`, asked, 0)}
  and    ${within(startOf(sql`v.valid_from`, asked), asked)}`;

/** What somebody else sold at the house is sold there no longer; competitor_offers_removed. */
const competitorGone: Moments = (asked) => sql`
  select l.id as subscriber_id, o.removed_at as at
  from   (${leavers(
    latelyAt(
      asked,
      sql`select building_id from competitor_offers where ${within(sql`removed_at`, asked)}`,
    ),
  )}) l
  join   competitor_offers o on o.building_id = l.building_id
  where  ${within(sql`o.removed_at`, asked)}
  and    not exists (
    select from competitor_offers k
    where  k.building_id = o.building_id and k.removed_at is null
    and    k.competitor = o.competitor)`;

export const returningMoments = {
  left,
  speed_came: speedCame,
  better_tariff: betterTariff,
  competitor_gone: competitorGone,
};
