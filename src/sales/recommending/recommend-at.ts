import { findBundles, loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Needs } from './needs.ts';
import { canBeSold, type Line } from './offers.ts';
import { offersOnSale } from './offers-on-sale.ts';
import { type Recommendation, recommend } from './recommend.ts';
import type { Buyer } from './takers-over.ts';

/**
 * Needs, lines, and products that are had at the address. Whatever decides what is recommended
 * belongs here: by it is known whether that still stands.
 */
export type Basis = { needs: Needs; lines: Line[]; had: number[] };

/** What is recommended to a buyer, and versions that could be sold there. */
export async function recommendAt(
  ctx: Ctx,
  buyer: Buyer,
  { needs, lines, had }: Basis,
): Promise<Recommendation & { available: number[] }> {
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const onSale = await offersOnSale(ctx, buyer, lines);
  // Nobody is sold what they have there already; elsewhere they may want it for another home, but
  // get it twice for no bundle's sake.
  const offers = onSale.filter(({ productId }) => !had.includes(productId));
  const newOnes = offers.filter(({ isHad }) => !isHad).map(({ productId }) => productId);
  const bundles = await findBundles(ctx, newOnes);
  const available = offers.filter((offer) => canBeSold(offer, lines, leastMarginPercent));
  return {
    ...recommend(needs, lines, { offers, bundles, leastMarginPercent }),
    available: available.map(({ versionId }) => versionId),
  };
}
