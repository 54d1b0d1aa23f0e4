import { type Ctx, reachOf } from '../kernel/context.ts';
import { type Fail, fail } from '../kernel/result.ts';
import type { Product, Terms } from './api.ts';
import { loadSettings } from './change-settings.ts';
import { leastPriceMinor } from './margin.ts';

/** Why a version may not be sold on such terms; below the margin only who may do that. */
export async function refuseTerms(
  ctx: Ctx,
  kind: Product['kind'],
  terms: Terms,
): Promise<Fail | null> {
  const { instalments, connectionFeeMinor } = terms;
  if (instalments > 0 && (kind !== 'equipment' || connectionFeeMinor < instalments)) {
    return fail('catalog.nothing_to_part', {}, { instalments: 'catalog.nothing_to_part' });
  }
  const { guaranteedSpeedKbps, speedKbps, costMinor, monthlyFeeMinor } = terms;
  if (guaranteedSpeedKbps !== null && guaranteedSpeedKbps > (speedKbps ?? 0)) {
    const code = 'catalog.slower_than_guaranteed';
    return fail(code, {}, { guaranteedSpeedKbps: code });
  }
  if (costMinor === null || reachOf(ctx.actor, 'catalog.below_floor')) return null;
  const { leastMarginPercent } = await loadSettings(ctx);
  const isBelow = monthlyFeeMinor < leastPriceMinor(costMinor, leastMarginPercent);
  return isBelow
    ? fail('catalog.below_floor', {}, { monthlyFeeMinor: 'catalog.below_floor' })
    : null;
}
