import { sql } from 'kysely';
import { loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { homeOf } from '../home-of.ts';
import { linesOf } from '../recommending/lines-of.ts';
import { isAllowed, isReached, type Offer } from '../recommending/offers.ts';
import { offersOnSale } from '../recommending/offers-on-sale.ts';

type Priced = Pick<Offer, 'productId' | 'monthlyFeeMinor'>;

/** Products that may be sold to somebody today where they live, with what each costs a month. */
export async function soldTo(ctx: Ctx, subscriberId: number | null): Promise<Priced[]> {
  const buildingId = await buildingOf(ctx, subscriberId);
  const lines = await linesOf(ctx, { buildingId, technology: null, lineKbps: null, metres: null });
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const offers = await offersOnSale(ctx, { subscriberId, buildingId }, lines);
  return offers
    .filter((offer) => isAllowed(offer, leastMarginPercent) && isReached(offer, lines))
    .map(({ productId, monthlyFeeMinor }) => ({ productId, monthlyFeeMinor }));
}

async function buildingOf(ctx: Ctx, subscriberId: number | null): Promise<number | null> {
  if (subscriberId === null) return null;
  // subscribers_pkey
  const { rows } = await sql<{ buildingId: number | null }>`
    select h.building_id
    from   subscribers s join ${homeOf(sql`s.root_id`)} h on true
    where  s.id = ${subscriberId}`.execute(ctx.db);
  return rows[0]?.buildingId ?? null;
}
