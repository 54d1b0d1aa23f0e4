import type { Bundle } from './find-bundles.ts';
import { type BundlePart, shareBundle } from './share-bundle.ts';

type Part = BundlePart & { productId: number };

/**
 * What bundles take off products that are sold together, each of them in one at most.
 * @param bundles in the order in which they are tried, as `findBundles` gives them
 * @returns product → its bundle, and what that takes off a month, in minor units
 */
export function applyBundles<One extends Pick<Bundle, 'kind' | 'value' | 'productIds'>>(
  bundles: readonly One[],
  parts: readonly Part[],
): Map<number, { bundle: One; offMinor: number }> {
  const taken = new Map<number, { bundle: One; offMinor: number }>();
  for (const bundle of bundles) {
    const own = parts.filter(
      ({ productId }) => bundle.productIds.includes(productId) && !taken.has(productId),
    );
    const shares = own.length === bundle.productIds.length ? shareBundle(bundle, own) : null;
    for (const [at, { productId }] of shares ? own.entries() : []) {
      taken.set(productId, { bundle, offMinor: shares?.[at] ?? 0 });
    }
  }
  return taken;
}
