const WHOLE_PERCENT = 10_000;

/** What a bundle says of the price of its parts together, a month. */
export type BundlePrice = {
  kind: 'percent' | 'price';
  /** Hundredths of a percent off, or the price of all in minor units. */
  value: number;
};

/** A part at its own price, and the least that must be left of it. Minor units. */
export type BundlePart = { feeMinor: number; leastMinor: number };

/**
 * What a bundle takes off each of its parts: together what it says, and of none more than its
 * margin floor leaves. The more a part can bear, the more it gives.
 * @returns null where it saves nothing, or more than all parts together can bear
 */
export function shareBundle(
  { kind, value }: BundlePrice,
  parts: readonly BundlePart[],
): number[] | null {
  const together = parts.reduce((sum, { feeMinor }) => sum + feeMinor, 0);
  const offMinor =
    kind === 'percent' ? Math.round((together * value) / WHOLE_PERCENT) : together - value;
  const room = parts.map(({ feeMinor, leastMinor }) => Math.max(0, feeMinor - leastMinor));
  const allRoom = room.reduce((sum, one) => sum + one, 0);
  if (offMinor <= 0 || offMinor > allRoom) return null;
  let reached = 0;
  let given = 0;
  return room.map((one) => {
    reached += one;
    // Sums of fees in minor units, multiplied, may be more than a number holds exactly.
    const through = Number((BigInt(offMinor) * BigInt(reached)) / BigInt(allRoom));
    const share = through - given;
    given = through;
    return share;
  });
}
