import type { Technology } from '../../catalog/api.ts';
import type { Choice } from '../recommending/recommend.ts';

/** A tariff as it was recommended or told; it stays so, whatever the catalogue says later. */
export type TariffChoice = {
  versionId: number;
  productId: number;
  name: string;
  speedKbps: number | null;
  monthlyFeeMinor: number;
  connectionFeeMinor: number;
  tv: { versionId: number; productId: number; name: string; monthlyFeeMinor: number } | null;
  /** Of both, a month. */
  feeMinor: number;
  /** Over which line it is given. */
  technology: Technology;
  isOverBudget: boolean;
  /** Why it is this one, to be read aloud. */
  reason: string;
};

export function tariffChoice(
  { tariff, tvPackage, feeMinor, isOverBudget, line }: Choice,
  reason: string,
): TariffChoice {
  const { versionId, productId, name, speedKbps, monthlyFeeMinor, connectionFeeMinor } = tariff;
  return {
    versionId,
    productId,
    name,
    speedKbps,
    monthlyFeeMinor,
    connectionFeeMinor,
    tv: tvPackage && {
      versionId: tvPackage.versionId,
      productId: tvPackage.productId,
      name: tvPackage.name,
      monthlyFeeMinor: tvPackage.monthlyFeeMinor,
    },
    feeMinor,
    technology: line.technology,
    isOverBudget,
    reason,
  };
}
