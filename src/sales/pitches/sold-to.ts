import { sql } from 'kysely';
import { loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { linesOf } from '../recommending/lines-of.ts';
import { isAllowed, isReached } from '../recommending/offers.ts';
import { offersOnSale } from '../recommending/offers-on-sale.ts';

/** Products that may be sold to somebody today where they live. */
export async function soldTo(ctx: Ctx, subscriberId: number | null): Promise<number[]> {
  const buildingId = await homeOf(ctx, subscriberId);
  const lines = await linesOf(ctx, { buildingId, technology: null, lineKbps: null });
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const offers = await offersOnSale(ctx, { subscriberId, buildingId }, lines);
  return offers
    .filter((offer) => isAllowed(offer, leastMarginPercent) && isReached(offer, lines))
    .map(({ productId }) => productId);
}

async function homeOf(ctx: Ctx, subscriberId: number | null): Promise<number | null> {
  if (subscriberId === null) return null;
  // subscribers_root (root_id), service_addresses_subscriber, premises_pkey
  const { rows } = await sql<{ buildingId: number }>`
    select p.building_id
    from   subscribers own
    join   subscribers s on s.root_id = own.root_id
    join   service_addresses a on a.subscriber_id = s.id and a.removed_at is null
    join   premises p on p.id = a.premise_id
    where  own.id = ${subscriberId}
    order  by a.is_primary desc, a.id desc limit 1`.execute(ctx.db);
  return rows[0]?.buildingId ?? null;
}
