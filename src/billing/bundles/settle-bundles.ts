import { sql } from 'kysely';
import { findBundles, floorMinor, loadCatalogSettings, shareBundle } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { giveBundle } from './give-bundle.ts';
import { discountsOn } from '../discounts/discounts-on.ts';

type Part = {
  subscriptionId: number;
  productId: number;
  /** A month, after what is taken off it already. */
  feeMinor: number;
  costMinor: number | null;
};

/**
 * Puts right, from a day on, what bundles take off an account once something of it begins or ends:
 * one that lost a part ends, so that the others cost what they cost alone, and one that is whole
 * begins. To be followed by charging.
 */
export async function settleBundles(ctx: Ctx, accountId: number, day: string): Promise<void> {
  const kept = await endBroken(ctx, accountId, day);
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  let parts = await partsOf(ctx, accountId, day);
  const ids = parts.map(({ productId }) => productId);
  for (const bundle of await findBundles(ctx, ids, kept)) {
    const own = bundle.productIds.map((id) => parts.find(({ productId }) => productId === id));
    if (!own.every((part) => part !== undefined)) continue;
    const shares = shareBundle(
      bundle,
      own.map(({ feeMinor, costMinor }) => ({
        feeMinor,
        leastMinor: floorMinor(costMinor, leastMarginPercent),
      })),
    );
    if (!shares) continue;
    const given = await giveBundle(ctx, accountId, {
      id: bundle.id,
      name: bundle.name,
      fromOn: day,
      parts: own.map(({ subscriptionId }, at) => ({ subscriptionId, offMinor: shares[at] ?? 0 })),
    });
    if (given.ok) parts = parts.filter((part) => !own.includes(part));
  }
}

/**
 * Ends bundles of which a part is not there on that day, or is there anew.
 * @returns those that ended by then, which may come back though they are no longer sold
 */
async function endBroken(ctx: Ctx, accountId: number, day: string): Promise<number[]> {
  // discounts_account (account_id), subscriptions_account (account_id), bundle_products_pkey
  const { rows } = await sql<{ bundleId: number }>`
    with live as (
      select s.id, v.product_id
      from   subscriptions s join product_versions v on v.id = s.product_version_id
      where  s.account_id = ${accountId} and (s.started_on is null or s.started_on <= ${day})
      and    (s.ended_on is null or s.ended_on > ${day})),
    held as (
      select d.bundle_id, bool_and(d.subscription_id in (select id from live))
               and not exists (select from bundle_products m
                               where  m.bundle_id = d.bundle_id
                               and    m.product_id not in (select product_id from live))
               as is_whole
      from   discounts d
      where  d.account_id = ${accountId} and d.bundle_id is not null
      and    (d.to_on is null or d.to_on > ${day})
      group  by d.bundle_id)
    update discounts d set to_on = greatest(d.from_on, ${day}::date)
    from   held h
    where  d.account_id = ${accountId} and d.bundle_id = h.bundle_id and not h.is_whole
    and    (d.to_on is null or d.to_on > ${day})
    returning d.bundle_id`.execute(ctx.db);
  return [...new Set(rows.map(({ bundleId }) => bundleId))];
}

/** What an account has on a day that is in no bundle, one of each product. */
async function partsOf(ctx: Ctx, accountId: number, day: string): Promise<Part[]> {
  // subscriptions_account (account_id), discounts_account (account_id), bundle_products_pkey
  const { rows } = await sql<Part>`
    with bundled as (
      select m.product_id from bundle_products m
      where  m.bundle_id in (select d.bundle_id from discounts d
                             where  d.account_id = ${accountId}
                             and    (d.to_on is null or d.to_on > ${day})))
    select distinct on (v.product_id) s.id as subscription_id, v.product_id, v.cost_minor,
           floor(discounted(coalesce(s.monthly_fee_minor, v.monthly_fee_minor),
                            off.percents, off.sums))::bigint as fee_minor
    from   subscriptions s join product_versions v on v.id = s.product_version_id
    cross  join ${discountsOn(day)} off
    where  s.account_id = ${accountId} and (s.started_on is null or s.started_on <= ${day})
    and    (s.ended_on is null or s.ended_on > ${day})
    and    v.product_id not in (select product_id from bundled)
    order  by v.product_id, s.id`.execute(ctx.db);
  return rows;
}
