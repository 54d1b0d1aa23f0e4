import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { PriceEffect, WantedChange } from '../api/price-changes.ts';
import { leaversExpected } from '../slots.ts';
import { findPair, type Pair } from './find-pair.ts';
import { touched } from './touched.ts';

/**
 * What a change of price would do on its day. A newcomer pays the newest fee of the product less
 * the best promotion of that day; whom another tariff fits is what the advisor found, if it looked;
 * who is expected to leave anyway is what a later domain has learnt, if it has.
 */
export async function previewChange(ctx: Ctx, wanted: WantedChange): Promise<Result<PriceEffect>> {
  const pair = await findPair(ctx, wanted);
  if (!pair.ok) return pair;
  const { fromVersionId, fromOn } = wanted;
  const { productId, currency } = pair.value;
  // subscriptions_product, advices_account_id_service_key
  const { rows } = await sql<Omit<PriceEffect, 'currency' | 'leaving'>>`
    with priced as (${pricedBy(wanted, pair.value)}),
    left_out as (
      select count(*) as count from subscriptions s
      where  s.product_version_id = ${fromVersionId}
      and    (s.ended_on is null or s.ended_on > ${today(ctx)})
      and    s.id not in (select id from priced)),
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
  const dearer = sql`
    select p.account_id, p.after as monthly_minor
    from   (${pricedBy(wanted, pair.value)}) p where p.after > p.before`;
  const leaving = (await leaversExpected.fills[0]?.piece(ctx, dearer)) ?? null;
  return ok({ currency, ...effect, leaving });
}

/** Whom it touches, with what they pay a month before and after: id, account_id, before, after. */
function pricedBy(
  { fromVersionId, fromOn }: WantedChange,
  { beforeMinor, afterMinor }: Pair,
): RawBuilder<unknown> {
  // subscriptions_product, discounts_account
  return sql`
    select o.id, o.account_id,
           round(discounted(${beforeMinor}, g.percents, g.sums)) as before,
           round(discounted(${afterMinor}, g.percents, g.sums)) as after
    from   (select s.id, s.account_id from subscriptions s
            where  ${touched(fromVersionId, fromOn)}) o
    left   join (
      select s.id as subscription_id,
             array_agg(d.value order by d.id) filter (where d.kind = 'percent') as percents,
             sum(d.value) filter (where d.kind = 'sum') as sums
      from   subscriptions s
      join   discounts d on d.account_id = s.account_id
      where  ${touched(fromVersionId, fromOn)}
      and    (d.subscription_id is null or d.subscription_id = s.id)
      and    d.from_on <= ${fromOn} and (d.to_on is null or d.to_on > ${fromOn})
      group  by s.id) g on g.subscription_id = o.id`;
}
