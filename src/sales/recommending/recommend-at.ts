import { findBundles, loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Needs } from './needs.ts';
import { canBeSold, type Line } from './offers.ts';
import { offersOnSale } from './offers-on-sale.ts';
import { type Recommendation, recommend } from './recommend.ts';
import type { Buyer } from './takers-over.ts';

/** What is recommended to a buyer over these lines, and versions that could be sold there. */
export async function recommendAt(
  ctx: Ctx,
  buyer: Buyer,
  needs: Needs,
  lines: readonly Line[],
): Promise<Recommendation & { available: number[] }> {
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const offers = await offersOnSale(ctx, buyer, lines);
  // Nobody is sold what they have, nor gets it twice for a bundle's sake.
  const newOnes = offers.filter(({ isHad }) => !isHad).map(({ productId }) => productId);
  const bundles = await findBundles(ctx, newOnes);
  const available = offers.filter((offer) => canBeSold(offer, lines, leastMarginPercent));
  return {
    ...recommend(needs, lines, { offers, bundles, leastMarginPercent }),
    available: available.map(({ versionId }) => versionId),
  };
}
