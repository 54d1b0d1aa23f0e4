import { sql } from 'kysely';
import { loadCatalogSettings } from '../../catalog/index.ts';
import { type Ctx, reachOf } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';

type Stacked = { isCrowded: boolean; isMuchOff: boolean; isBelow: boolean };

/**
 * Why the discounts that now stand on what an account has may not stand there together: on some day
 * to come there are more promotions than may be, they take off more than they may, or what is left
 * is below the margin floor. Asked once they are written; a refusal takes them back.
 * @param subscriptionId of one alone
 */
export async function refuseStacked(
  ctx: Ctx,
  accountId: number,
  subscriptionId: number | null,
): Promise<Fail | null> {
  const { leastMarginPercent, mostPromotions, mostPercent } = await loadCatalogSettings(ctx);
  const day = today(ctx);
  // subscriptions_account (account_id), discounts_account (account_id)
  const { rows } = await sql<Stacked>`
    with held as (
      select s.id, coalesce(s.monthly_fee_minor, v.monthly_fee_minor)::numeric as price,
             v.cost_minor, greatest(s.started_on, ${day}::date) as from_on, s.ended_on
      from   subscriptions s join product_versions v on v.id = s.product_version_id
      where  s.account_id = ${accountId} and (s.ended_on is null or s.ended_on > ${day})
      and    (${subscriptionId}::bigint is null or s.id = ${subscriptionId}::bigint)),
    given as (
      select h.id as held_id, d.id, d.kind, d.value, d.promotion_id, d.from_on, d.to_on
      from   discounts d
      join   held h on d.subscription_id is null or d.subscription_id = h.id
      where  d.account_id = ${accountId} and (d.to_on is null or d.to_on > h.from_on)),
    days as (
      select distinct h.id, h.price, h.cost_minor, greatest(h.from_on, g.from_on) as day
      from   held h join given g on g.held_id = h.id
      where  h.ended_on is null or greatest(h.from_on, g.from_on) < h.ended_on),
    sums as (
      select d.price, d.cost_minor, count(g.promotion_id) as promotions,
             discounted(d.price,
               array_agg(g.value order by g.id) filter (
                 where g.kind = 'percent' and g.promotion_id is not null),
               sum(g.value) filter (where g.kind = 'sum' and g.promotion_id is not null))
               as promoted,
             discounted(d.price, array_agg(g.value order by g.id) filter (where g.kind = 'percent'),
                        sum(g.value) filter (where g.kind = 'sum')) as remaining
      from   days d
      join   given g on g.held_id = d.id and g.from_on <= d.day
                        and (g.to_on is null or g.to_on > d.day)
      group  by d.id, d.day, d.price, d.cost_minor)
    select coalesce(bool_or(promotions > ${mostPromotions}), false) as is_crowded,
           coalesce(bool_or((price - promoted) * 100 > price * ${mostPercent}), false)
             as is_much_off,
           coalesce(bool_or((remaining - cost_minor) * 100 < remaining * ${leastMarginPercent}),
                    false) as is_below
    from   sums`.execute(ctx.db);
  const [found] = rows;
  if (found?.isCrowded) return fail('billing.too_many_promotions');
  if (found?.isMuchOff) return fail('billing.too_much_off');
  const mayGoBelow = reachOf(ctx.actor, 'catalog.below_floor') !== null;
  return found?.isBelow && !mayGoBelow ? fail('billing.below_floor') : null;
}
