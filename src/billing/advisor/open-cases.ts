import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Window } from './window.ts';

/** Of a month in which measuring began so many days are forgiven: it counts as whole. */
const FORGIVEN_DAYS = 4;

/** A record longer than this does not tell at what hours something was used. */
const LONGEST_TELLING = '6 hours';

/** In the evening and on days off a company does not work; this is when the evening ends. */
const EVENING_ENDS_MINUTE = 1440;

/**
 * Takes the tariffs of accounts to be advised on: in a temporary table `advice_cases` of this
 * transaction stands a row an account and service, with the months that count and what was used in
 * them. A month counts if a tariff of the service was held through all of it and, where anything
 * was ever measured, it was measured then.
 * @param which a condition on `accounts a`
 * @returns the services and currencies that occur
 */
export async function openCases(
  ctx: Ctx,
  window: Window,
  which: RawBuilder<unknown>,
): Promise<{ service: string; currency: string }[]> {
  await sql`create temporary table if not exists advice_cases (account_id bigint, service text,
    currency text, subscription_id bigint, version_id bigint, product_id bigint,
    own_fee_minor bigint, speed_kbps integer, is_person boolean, is_measured boolean,
    first_month date, months integer, from_at timestamptz,
    bytes bigint, least_bytes bigint, most_bytes bigint, seconds bigint,
    work_percent numeric, rest_percent numeric, is_shared boolean default false,
    primary key (account_id, service)) on commit drop`.execute(ctx.db);
  await sql`truncate advice_cases`.execute(ctx.db);
  await takeTariffs(ctx, window, which);
  await sql`analyze advice_cases`.execute(ctx.db);
  await addUsage(ctx, window);
  const { rows } = await sql<{ service: string; currency: string }>`
    select distinct service, currency from advice_cases order by 1, 2`.execute(ctx.db);
  return rows;
}

async function takeTariffs(
  ctx: Ctx,
  { terms, on }: Window,
  which: RawBuilder<unknown>,
): Promise<void> {
  const { timeZone, fromMonth, thisMonth } = terms;
  // subscriptions_account, product_versions_pkey, usage_records_account (account_id, began_at)
  await sql`
    insert into advice_cases
    select t.*, f.month, greatest(0, (extract(year from age(${thisMonth}::date, f.month)) * 12
             + extract(month from age(${thisMonth}::date, f.month)) + 1)::integer),
           f.month::timestamp at time zone ${timeZone}
    from   (
      select distinct on (a.id, p.service) a.id as account_id, p.service, a.currency,
             s.id as subscription_id, v.id as version_id, p.id as product_id,
             s.monthly_fee_minor, v.speed_kbps, r.kind = 'person',
             u.began_at is not null or exists (
               select from usage_rates q where q.product_version_id = v.id and q.price_minor > 0)
      from   accounts a
      join   subscriptions s on s.account_id = a.id and s.ended_on is null
                            and (s.started_on is null or s.started_on <= ${on}::date)
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id and p.kind = 'tariff'
      join   subscribers own on own.id = a.subscriber_id
      join   subscribers r on r.id = own.root_id
      left   join lateral (select began_at from usage_records u where u.account_id = a.id
                           order by began_at limit 1) u on true
      where  a.state <> 'closed' and ${which}
      order  by a.id, p.service, s.id) t
    cross  join lateral (
      select min(coalesce(s.started_on, '2000-01-01')) as held_on
      from   subscriptions s
      join   product_versions v on v.id = s.product_version_id
      join   products p on p.id = v.product_id and p.kind = 'tariff'
      where  s.account_id = t.account_id and p.service = t.service) h
    left   join lateral (select began_at from usage_records u where u.account_id = t.account_id
                         order by began_at limit 1) u on true
    cross  join lateral (
      select greatest(${fromMonth}::date,
               date_trunc('month', h.held_on + interval '1 month' - interval '1 day')::date,
               date_trunc('month', (u.began_at at time zone ${timeZone}) + interval '1 month'
                                   - ${FORGIVEN_DAYS} * interval '1 day')::date) as month) f`.execute(
    ctx.db,
  );
}

/** What was used in the months that count, and whether it looks like the work of a company. */
async function addUsage(ctx: Ctx, { terms, settings }: Window): Promise<void> {
  const { timeZone, restDays, thisMonth } = terms;
  const { workFromMinute, workToMinute } = settings;
  const minute = sql`extract(epoch from w.local::time) / 60`;
  const isRest = sql`w.local::date = any(${[...restDays]}::date[])`;
  // usage_records_account (account_id, began_at)
  await sql`
    with used as (
      select c.account_id, c.service, date_trunc('month', w.local) as month,
             coalesce(sum(u.units) filter (where u.meter = 'bytes'), 0) as bytes,
             coalesce(sum(u.units) filter (where u.meter = 'seconds'), 0) as seconds,
             coalesce(sum(u.units) filter (where w.is_telling), 0) as told,
             coalesce(sum(u.units) filter (where w.is_telling and not ${isRest}
               and ${minute} >= ${workFromMinute}::int and ${minute} < ${workToMinute}::int), 0)
               as worked,
             coalesce(sum(u.units) filter (where w.is_telling and (${isRest}
               or (${minute} >= ${workToMinute}::int and ${minute} < ${EVENING_ENDS_MINUTE}::int))),
               0) as rested
      from   advice_cases c
      join   usage_records u on u.account_id = c.account_id and u.began_at >= c.from_at
             and u.began_at < (${thisMonth}::date + interval '1 month') at time zone ${timeZone}
      left   join service_lines l on l.id = u.service_line_id
      cross  join lateral (
        select u.began_at at time zone ${timeZone} as local,
               u.meter = 'bytes' and u.ended_at - u.began_at <= ${LONGEST_TELLING}::interval
                 as is_telling) w
      where  l.kind is null or c.service in (l.kind, 'bundle', 'other')
      group  by 1, 2, 3),
    summed as (
      select account_id, service, sum(bytes) as bytes, sum(seconds) as seconds,
             min(bytes) as least, max(bytes) as most, count(*) as months,
             case when sum(bytes) > 0 and sum(told) >= 0.9 * sum(bytes)
                  then 100 * sum(worked) / sum(told) end as work_percent,
             case when sum(bytes) > 0 and sum(told) >= 0.9 * sum(bytes)
                  then 100 * sum(rested) / sum(told) end as rest_percent
      from   used group by account_id, service)
    update advice_cases c
    set    bytes = s.bytes / c.months, seconds = s.seconds / c.months,
           least_bytes = case when s.months < c.months then 0 else s.least end,
           most_bytes = s.most, work_percent = s.work_percent, rest_percent = s.rest_percent,
           is_shared = c.is_person and coalesce(s.work_percent >= ${settings.workLeastPercent}
                                and s.rest_percent <= ${settings.restMostPercent}
                                and s.bytes / c.months >= ${settings.workLeastBytes}, false)
    from   summed s
    where  s.account_id = c.account_id and s.service = c.service and c.months > 0`.execute(ctx.db);
}
