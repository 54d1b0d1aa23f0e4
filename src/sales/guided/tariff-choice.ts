import type { Technology } from '../../catalog/api.ts';
import type { Offer } from '../recommending/offers.ts';
import type { Choice } from '../recommending/ways-to-take.ts';

/** What is taken beside a tariff; its fee is less what its bundle takes off. */
type Beside = { versionId: number; productId: number; name: string; monthlyFeeMinor: number };

/** A tariff as it was recommended or told; it stays so, whatever the catalogue says later. */
export type TariffChoice = Beside & {
  speedKbps: number | null;
  connectionFeeMinor: number;
  tv: Beside | null;
  /** What else its bundle brings. */
  also: Beside[];
  /** What that which is needed would cost without it, a month. */
  bundle: { name: string; apartMinor: number } | null;
  /** Of all, a month. */
  feeMinor: number;
  /** Over which line it is given. */
  technology: Technology;
  isOverBudget: boolean;
  /** Why it is this one, to be read aloud. */
  reason: string;
};

export function tariffChoice(
  { tariff, tvPackage, also, bundle, offMinor, feeMinor, isOverBudget, line }: Choice,
  reason: string,
): TariffChoice {
  const beside = ({ versionId, productId, name, monthlyFeeMinor }: Offer): Beside => ({
    versionId,
    productId,
    name,
    monthlyFeeMinor: monthlyFeeMinor - (offMinor.get(productId) ?? 0),
  });
  return {
    ...beside(tariff),
    speedKbps: tariff.speedKbps,
    connectionFeeMinor: tariff.connectionFeeMinor,
    tv: tvPackage && beside(tvPackage),
    also: also.map(beside),
    bundle: bundle && { name: bundle.name, apartMinor: bundle.apartMinor },
    feeMinor,
    technology: line.technology,
    isOverBudget,
    reason,
  };
}

/** All that comes with a tariff. */
export const besideOf = ({ tv, also }: TariffChoice): Beside[] => [...(tv ? [tv] : []), ...also];
