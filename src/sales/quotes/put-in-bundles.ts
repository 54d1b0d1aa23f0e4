import { applyBundles, findBundles, floorMinor, loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Sold } from './sold-versions.ts';

/**
 * What is sold, with bundles that are whole in it: of each part comes off what its bundle takes
 * off, never below its margin floor. The largest bundle comes first, and each part is in one.
 */
export async function putInBundles(ctx: Ctx, sold: readonly Sold[]): Promise<Sold['line'][]> {
  const bundles = await findBundles(
    ctx,
    sold.map(({ productId }) => productId),
  );
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const off = applyBundles(
    bundles,
    sold.map(({ productId, line, costMinor }) => ({
      productId,
      feeMinor: line.monthlyMinor,
      leastMinor: floorMinor(costMinor, leastMarginPercent),
    })),
  );
  return sold.map(({ productId, line }) => {
    const given = off.get(productId);
    if (!given) return line;
    const { offMinor } = given;
    const bundle = { id: given.bundle.id, name: given.bundle.name, offMinor };
    return { ...line, monthlyMinor: line.monthlyMinor - offMinor, bundle };
  });
}
