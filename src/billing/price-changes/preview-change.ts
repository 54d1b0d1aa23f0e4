import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { PriceEffect, WantedChange } from '../api/price-changes.ts';
import { findPair } from './find-pair.ts';
import { touched } from './touched.ts';

/**
 * What a change of price would do on its day. A newcomer pays the newest fee of the product less
 * the best promotion of that day; whom another tariff fits is what the advisor found, if it looked.
 */
export async function previewChange(ctx: Ctx, wanted: WantedChange): Promise<Result<PriceEffect>> {
  const pair = await findPair(ctx, wanted);
  if (!pair.ok) return pair;
  const { fromVersionId, fromOn } = wanted;
  const { productId, currency, beforeMinor, afterMinor } = pair.value;
  // subscriptions_product, discounts_account, advices_account_id_service_key
  const { rows } = await sql<Omit<PriceEffect, 'currency'>>`
    with own as (
      select s.id, s.account_id from subscriptions s
      where  ${touched(fromVersionId, fromOn)}),
    left_out as (
      select count(*) as count from subscriptions s
      where  s.product_version_id = ${fromVersionId}
      and    (s.ended_on is null or s.ended_on > ${today(ctx)})
      and    s.id not in (select id from own)),
    given as (
      select o.id as subscription_id,
             array_agg(d.value order by d.id) filter (where d.kind = 'percent') as percents,
             sum(d.value) filter (where d.kind = 'sum') as sums
      from   own o
      join   discounts d on d.account_id = o.account_id
      where  (d.subscription_id is null or d.subscription_id = o.id)
      and    d.from_on <= ${fromOn} and (d.to_on is null or d.to_on > ${fromOn})
      group  by o.id),
    priced as (
      select o.id, o.account_id,
             round(discounted(${beforeMinor}, g.percents, g.sums)) as before,
             round(discounted(${afterMinor}, g.percents, g.sums)) as after
      from   own o left join given g on g.subscription_id = o.id),
    newcomer as (
      select min(round(discounted(v.monthly_fee_minor,
                   case when m.kind = 'percent' then array[m.value] end,
                   case when m.kind = 'sum' then m.value end))) as fee
      from   (select monthly_fee_minor from product_versions
              where  product_id = ${productId} and valid_from <= ${fromOn}
              order  by version desc limit 1) v
      left   join promotions m on (m.product_id is null or m.product_id = ${productId})
             and m.archived_at is null and m.offered_from <= ${fromOn}
             and (m.offered_to is null or m.offered_to >= ${fromOn}))
    select count(*) as subscriptions, (select count from left_out) as left_out,
           coalesce(sum(p.before), 0)::bigint as before_minor,
           coalesce(sum(p.after), 0)::bigint as after_minor,
           count(*) filter (where p.after > p.before) as dearer,
           count(*) filter (where p.after < p.before) as cheaper,
           count(*) filter (where p.after > p.before and p.after > (select fee from newcomer))
             as above_newcomer,
           case when exists (select from advisor_runs where finished_at is not null)
                then count(*) filter (where p.after > p.before and a.best_minor < p.after)
                end as better_elsewhere
    from   priced p
    left   join advices a on a.account_id = p.account_id and a.subscription_id = p.id`.execute(
    ctx.db,
  );
  const [effect] = rows;
  if (!effect) throw new Error('a sum has no row');
  return ok({ currency, ...effect });
}
