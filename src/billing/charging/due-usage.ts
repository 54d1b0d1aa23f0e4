import { type RawBuilder, sql } from 'kysely';
import type { Terms } from './open-scope.ts';

/**
 * What is due for what was used in the parts of months that `held` names: `due_usage`. A record
 * belongs to the subscription held when it began, of the line's own service first the tariff, and
 * to the first band that it began in; a month's included volume goes to the earliest. What a band
 * costs is rounded once, over the month.
 */
export function dueUsage({ timeZone, restDays }: Terms): RawBuilder<unknown> {
  return sql`
    -- usage_rates_product_version_id_position_key, usage_records_account (account_id, began_at)
    owned as (
      select distinct on (u.id) u.id, u.meter, u.units, u.began_at, h.account_id,
             h.subscription_id, h.product_version_id, h.month,
             case u.meter when 'bytes' then v.included_bytes else v.included_seconds end as included
      from   held h
      join   product_versions v on v.id = h.product_version_id
      join   products p on p.id = v.product_id
      join   usage_records u on u.account_id = h.account_id
                            and u.began_at >= h.from_at and u.began_at < h.to_at
      left   join service_lines l on l.id = u.service_line_id
      where  exists (select from usage_rates r
                     where  r.product_version_id = h.product_version_id and r.meter = u.meter)
      and    (l.kind is null or p.service in (l.kind, 'bundle', 'other'))
      order  by u.id, p.kind = 'tariff' desc, h.subscription_id),
    banded as (
      select o.*, r.id as rate_id, r.block_size, r.price_minor,
             sum(o.units) over (partition by o.subscription_id, o.month, o.meter
                                order by o.began_at, o.id) - o.included as above
      from   owned o
      cross  join lateral (
        select r.id, r.block_size, r.price_minor
        from   usage_rates r
        cross  join lateral (
          select (o.began_at at time zone ${timeZone})::date as day,
                 extract(epoch from (o.began_at at time zone ${timeZone})::time) as second) w
        where  r.product_version_id = o.product_version_id and r.meter = o.meter
        and    case when r.from_minute < r.to_minute
                    then w.second >= r.from_minute * 60 and w.second < r.to_minute * 60
                    else w.second >= r.from_minute * 60 or w.second < r.to_minute * 60 end
        and    (r.days = 'all'
                or (r.days = 'rest') = (w.day = any(${[...restDays]}::date[])))
        order  by r.position limit 1) r),
    due_usage as (
      select account_id, subscription_id, month, rate_id,
             div(2 * sum(greatest(0, least(units, above)))::numeric * price_minor + block_size,
                 2 * block_size::numeric) as amount
      from   banded
      group  by account_id, subscription_id, month, rate_id, block_size, price_minor)`;
}
