import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { followMoved } from '../discounts/follow-moved.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { offersNow, YEAR_DAYS } from './offers-now.ts';

/** A difference that is less than a hundredth of what is paid is none. */
const LEAST_SHARE = 0.01;

/**
 * Finds whoever is loyal and pays more than a newcomer would at the same house.
 * @returns how many there are
 */
export async function countUnfair(ctx: Ctx, day: string): Promise<number> {
  const { loyalMonths } = await loadProgramme(ctx);
  await followMoved(ctx);
  await sql`delete from unfair_prices`.execute(ctx.db);
  const made = await sql`
    insert into unfair_prices (subscription_id, subscriber_id, account_id, version_id,
             tenure_months, paid_minor, newcomer_minor, at_risk_minor, counted_on)
    select u.*, ${day} from (${unfairPrices(day, loyalMonths, sql`true`)}) u`.execute(ctx.db);
  return Number(made.numAffectedRows ?? 0n);
}

/**
 * What costs a loyal one more than it would a newcomer at the same house: for the same product, or,
 * of persons, for one of the same service that anybody may have and can be had there, as fast or
 * faster. Both are the mean of a year from the day on: of the fee with the discounts that there
 * are, but for what was made right before, which is meant to be found anew once it has ended; and
 * of a first year with the best promotion that is given on the day.
 * @param which a condition on `subscriptions x`
 * @returns a SELECT in the order of the columns of `unfair_prices`
 */
export function unfairPrices(
  day: string,
  loyalMonths: number,
  which: RawBuilder<unknown>,
): RawBuilder<unknown> {
  // Reads all subscriptions to tariffs, once a night; subscribers_pkey, discounts_account,
  // coverages_building_id_technology_key, rights_made_discount, risk_scores_pkey.
  return sql`
    with offer as materialized (${offersNow(day)}),
    held as materialized (
      select x.id, s.id as subscriber_id, a.id as account_id, a.currency, p.id as product_id,
             p.service, v.speed_kbps, coalesce(x.monthly_fee_minor, v.monthly_fee_minor) as fee,
             (extract(year from age(${day}::date, s.customer_since)) * 12
              + extract(month from age(${day}::date, s.customer_since)))::int as tenure_months,
             b.building_id, s.kind
      from   subscriptions x
      join   product_versions v on v.id = x.product_version_id
      join   products p on p.id = v.product_id and p.kind = 'tariff'
      join   accounts a on a.id = x.account_id and a.state in ('active', 'suspended')
      join   subscribers o on o.id = a.subscriber_id
      join   subscribers s on s.id = o.root_id and s.status in ('active', 'suspended')
      left   join service_addresses d on d.id = a.service_address_id
      left   join premises b on b.id = d.premise_id
      where  x.ended_on is null and ${which} and coalesce(x.started_on, ${day}) <= ${day}
      and    s.customer_since <= ${day}::date - ${loyalMonths} * interval '1 month'),
    paid as materialized (
      select h.*, discounted(h.fee, g.percents, g.sums) as minor
      from   held h
      cross  join lateral (
        select array_agg(round(g.value * n.share)::bigint order by g.id)
                 filter (where g.kind = 'percent') as percents,
               sum(round(g.value * n.share)) filter (where g.kind = 'sum') as sums
        from   discounts g
        cross  join lateral (
          select case when exists (select from rights_made r where r.discount_id = g.id) then 1
                      else least(coalesce(g.to_on - ${day}::date, ${YEAR_DAYS}), ${YEAR_DAYS})
                           / ${YEAR_DAYS}::numeric end as share) n
        where  g.account_id = h.account_id
        and   (g.subscription_id is null or g.subscription_id = h.id)
        and    g.from_on <= ${day} and (g.to_on is null or g.to_on > ${day})) g)
    select distinct on (h.id) h.id, h.subscriber_id, h.account_id, n.version_id, h.tenure_months,
           floor(h.minor)::bigint as paid_minor, ceil(n.minor)::bigint as newcomer_minor,
           coalesce(round(r.chance_90 * greatest(r.value_minor, 0)), 0)::bigint as at_risk_minor
    from   paid h
    join   offer n on n.currency = h.currency and n.service = h.service
           and ((n.product_id = h.product_id
                 and coalesce(n.speed_kbps >= h.speed_kbps, true))
                or (h.kind = 'person' and n.is_for_all
                    and n.speed_kbps >= h.speed_kbps and h.building_id is not null
                    and exists (
                      select from coverages c
                      where  c.building_id = h.building_id
                      and   (cardinality(n.technologies) = 0
                             or c.technology = any(n.technologies))
                      and   (c.speed_kbps is null or c.speed_kbps >= n.speed_kbps)
                      and   (c.planned_on is null or c.planned_on <= ${day}))))
    left   join risk_scores r on r.id = h.subscriber_id
    where  h.minor - n.minor >= h.minor * ${LEAST_SHARE}::numeric
    and    floor(h.minor) > ceil(n.minor)
    order  by h.id, n.minor, (n.product_id = h.product_id) desc, n.version_id`;
}
