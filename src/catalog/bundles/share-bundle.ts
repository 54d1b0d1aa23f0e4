const WHOLE_PERCENT = 10_000;
/** Prices are whole roubles where they can be, and to the kopeck where they must. */
const WHOLE_UNITS = [100, 1] as const;

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
  const shared = WHOLE_UNITS.map((step) => shareOut(offMinor, room, step));
  return shared.find((shares) => shares.every((share, at) => share <= (room[at] ?? 0))) ?? null;
}

/** By what each has room for, in whole steps but for the last, which takes what is left. */
function shareOut(offMinor: number, room: readonly number[], step: number): number[] {
  const allRoom = room.reduce((sum, one) => sum + one, 0);
  const last = room.findLastIndex((one) => one > 0);
  let reached = 0;
  let given = 0;
  return room.map((one, at) => {
    reached += one;
    // Sums of fees in minor units, multiplied, may be more than a number holds exactly.
    const exact = Number((BigInt(offMinor) * BigInt(reached)) / BigInt(allRoom));
    const through = at >= last ? exact : Math.floor(exact / step) * step;
    const share = through - given;
    given = through;
    return share;
  });
}
