import { sql } from 'kysely';
import { NOW } from './price-tariffs.ts';
import type { Window } from './window.ts';

/**
 * What each tariff would have cost a month, and what speaks against it: `judged`, as the tail of a
 * WITH over `advice_cases` and `advice_costs`. Of an account and service stands first, by `place`,
 * what fits and costs least. What fits is not slower, not dearer even in its dearest month, and
 * either worth the change or faster for no more money; a price without measure is for no private
 * line that a company works on.
 */
export const judged = ({ settings }: Window) => sql`
  totals as (
    select account_id, service, version_id, count(*) as months,
           div(2 * sum(minor) + count(*), 2 * count(*))::bigint as mean_minor,
           min(minor) as least_minor, max(minor) as most_minor,
           div(2 * sum(usage_minor) + count(*), 2 * count(*))::bigint as usage_minor
    from   advice_costs group by account_id, service, version_id),
  compared as (
    select c.*, t.version_id as offered_id, v.product_id as offered_product_id,
           v.speed_kbps as offered_kbps, t.mean_minor, t.least_minor, t.most_minor, t.usage_minor,
           n.mean_minor as now_minor,
           n.mean_minor - t.mean_minor as saved_minor,
           coalesce(v.speed_kbps > c.speed_kbps, false) as is_faster,
           exists (select from usage_rates q
                   where q.product_version_id = v.id and q.price_minor > 0) as is_metered,
           n.most_minor as now_most_minor
    from   advice_cases c
    join   totals n on n.account_id = c.account_id and n.service = c.service
                   and n.version_id = ${NOW}
    join   totals t on t.account_id = c.account_id and t.service = c.service
                   and t.version_id <> ${NOW}
    join   product_versions v on v.id = t.version_id),
  weighed as (
    select c.*,
           saved_minor > 0 and saved_minor * 100 >= ${settings.leastSavingPercent} * now_minor
             as is_worth
    from   compared c),
  opposed as (
    select w.*, array_remove(array[
             case when speed_kbps is not null and coalesce(offered_kbps, 0) < speed_kbps
                  then 'slower' end,
             case when is_shared and not is_metered then 'shared' end,
             case when saved_minor < 0 then 'dearer'
                  when most_minor > now_most_minor then 'dear_month'
                  when not is_worth and not is_faster then 'little' end], null) as objections
    from   weighed w),
  judged as (
    select o.*, row_number() over (
             partition by account_id, service
             order by objections <> '{}', not is_worth, mean_minor, offered_kbps desc nulls last,
                      offered_id) as place,
           objections = '{}' and months >= ${settings.leastMonths} as is_fit
    from   opposed o)`;
