import { bulkLoad as loadProducts, loadBundles } from '../catalog/index.ts';
import type { BulkCtx } from '../kernel/db/bulk.ts';
import { bulkLoad as loadPitches } from '../sales/index.ts';
import { dateOnly, MONTHS, monthStart } from './months.ts';
import { pitches } from './pitches.ts';
import type { DemoPlan } from './subscriber-at.ts';
import { addons, bundles, equipment, feeAt, tariffs } from './tariffs.ts';

/**
 * What is sold, and what agents offer besides.
 * @returns name of a product → id of its version
 */
export async function makeCatalogue(
  ctx: BulkCtx,
  plan: DemoPlan,
): Promise<ReadonlyMap<string, number>> {
  const versionIds = await loadProducts(
    ctx,
    [...tariffs, ...addons, ...equipment].map((one) => ({
      ...one.sold,
      kind: one.kind,
      service: one.service,
      name: one.name,
      monthlyFeeMinor: feeAt(one, 0),
      currency: 'RUB',
      speedKbps: one.speedKbps,
      validFrom: dateOnly(monthStart(plan.today, one.rise?.monthsAgo ?? MONTHS)),
    })),
  );
  await loadBundles(ctx, bundles);
  await loadPitches(ctx, pitches);
  return versionIds;
}
