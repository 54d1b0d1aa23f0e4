import { loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Needs } from './needs.ts';
import { isAboveFloor, type Line, lineFor } from './offers.ts';
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
  const available = offers.filter(
    (offer) =>
      offer.isEligible && isAboveFloor(offer, leastMarginPercent) && lineFor(offer, lines) !== null,
  );
  return {
    ...recommend(needs, lines, offers, leastMarginPercent),
    available: available.map(({ versionId }) => versionId),
  };
}
