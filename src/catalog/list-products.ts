import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Product } from './api.ts';

const MOST_PRODUCTS = 2000;

/** Products with their versions, the newest first, and how many subscriptions have each now. */
export async function listProducts(ctx: Ctx): Promise<Result<{ products: Product[] }>> {
  // Reads all subscriptions once: an operator has few versions, and this page is seldom opened.
  const { rows } = await sql<Product>`
    with held as (
      select product_version_id, count(*) as count from subscriptions
      where  ended_on is null group by product_version_id),
    rate as (
      select r.product_version_id, jsonb_agg(jsonb_build_object(
               'meter', r.meter, 'blockSize', r.block_size, 'priceMinor', r.price_minor,
               'fromMinute', r.from_minute, 'toMinute', r.to_minute, 'days', r.days)
               order by r.position) as rates
      from   usage_rates r group by r.product_version_id)
    select p.id, p.kind, p.service, p.name, p.archived_at is not null as is_archived, p.serves,
           p.purpose, p.purpose_words, p.purpose_goal, p.eligibility,
           jsonb_agg(jsonb_build_object(
             'id', v.id, 'version', v.version, 'currency', v.currency,
             'monthlyFeeMinor', v.monthly_fee_minor, 'speedKbps', v.speed_kbps,
             'guaranteedSpeedKbps', v.guaranteed_speed_kbps, 'tvChannels', v.tv_channels,
             'technologies', v.technologies, 'costMinor', v.cost_minor,
             'leastMonths', v.least_months, 'leavingFeeMinor', v.leaving_fee_minor,
             'chargeCycle', v.charge_cycle, 'connectionFeeMinor', v.connection_fee_minor,
             'instalments', v.instalments,
             'includedBytes', v.included_bytes, 'includedSeconds', v.included_seconds,
             'validFrom', v.valid_from, 'held', coalesce(h.count, 0),
             'rates', coalesce(r.rates, '[]')) order by v.version desc) as versions
    from   products p
    join   product_versions v on v.product_id = p.id
    left   join held h on h.product_version_id = v.id
    left   join rate r on r.product_version_id = v.id
    group  by p.id
    order  by p.archived_at is not null, p.kind <> 'tariff', p.kind, p.service, p.name
    limit  ${MOST_PRODUCTS}`.execute(ctx.db);
  return ok({ products: rows });
}
