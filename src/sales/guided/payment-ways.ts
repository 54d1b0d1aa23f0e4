import type { Payment } from './outcomes.ts';
import type { PricedLine } from '../recommending/lines-of.ts';
import type { TariffChoice } from './tariff-choice.ts';

export type PaymentWay = {
  way: Payment;
  /** Of the connection, in minor units. */
  totalMinor: number;
  /** In how many monthly parts; 1 where it is paid at once. */
  parts: number;
  /** Of these the first; equal to the total where it is paid at once. */
  partMinor: number;
};

/**
 * How a connection can be paid: for nothing where it costs nothing or the tariff is dear enough,
 * else at once, and in parts where the terms of the line allow. In no way while its price goes by
 * the metre and nobody has said how many there are.
 */
export function paymentWays(
  tariff: TariffChoice,
  lines: readonly PricedLine[],
  metres: number | null,
): PaymentWay[] {
  const line = lines.find(({ technology }) => technology === tariff.technology);
  const cost = line?.cost ?? null;
  const isGiven =
    cost !== null && cost.freeFromMinor !== null && isFrom(cost.freeFromMinor, tariff);
  if (!isGiven && line?.isMetred && metres === null) return [];
  const lineMinor = isGiven ? 0 : (cost?.totalMinor ?? 0);
  const totalMinor = lineMinor + tariff.connectionFeeMinor;
  if (totalMinor === 0) return [{ way: 'free', totalMinor, parts: 1, partMinor: 0 }];
  const atOnce: PaymentWay = { way: 'full', totalMinor, parts: 1, partMinor: totalMinor };
  const parts = lineMinor > 0 ? (cost?.parts ?? 1) : 1;
  if (parts < 2) return [atOnce];
  // The tariff's own fee is taken at once, as a quote takes it.
  const partMinor = totalMinor - Math.floor(lineMinor / parts) * (parts - 1);
  return [atOnce, { way: 'split', totalMinor, parts, partMinor }];
}

const isFrom = (leastMinor: number, { feeMinor }: TariffChoice): boolean => feeMinor >= leastMinor;
