import {
  findBundles,
  leastPriceMinor,
  loadCatalogSettings,
  shareBundle,
} from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import type { Sold } from './sold-versions.ts';

/**
 * What is sold, with bundles that are whole in it: of each part comes off what its bundle takes
 * off, never below its margin floor. The largest bundle comes first, and each part is in one.
 */
export async function putInBundles(ctx: Ctx, sold: readonly Sold[]): Promise<Sold['line'][]> {
  const ids = sold.map(({ productId }) => productId);
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const lines = new Map(sold.map(({ productId, line }) => [productId, line]));
  for (const { id, name, productIds, ...price } of await findBundles(ctx, ids)) {
    const parts = sold.filter(({ productId }) => productIds.includes(productId));
    if (parts.some(({ productId }) => lines.get(productId)?.bundle)) continue;
    const shares = shareBundle(
      price,
      parts.map(({ line, costMinor }) => ({
        feeMinor: line.monthlyMinor,
        leastMinor: costMinor === null ? 0 : leastPriceMinor(costMinor, leastMarginPercent),
      })),
    );
    for (const [at, { productId, line }] of shares ? parts.entries() : []) {
      const offMinor = shares?.[at] ?? 0;
      const bundle = { id, name, offMinor };
      lines.set(productId, { ...line, monthlyMinor: line.monthlyMinor - offMinor, bundle });
    }
  }
  return [...lines.values()];
}
