import type { Binned } from '../model/binning.ts';

const GROUPS = 10;
/** Where a group is empty, a share that is not none: else the measure has no end. */
const LEAST_SHARE = 1e-4;

/** How the rows that were learnt from lie over groups of a feature's bins; the missing are one. */
export type Spread = { groupOf: Uint8Array; shares: Float64Array };

export function learnSpreads(
  { codes, binnings }: Pick<Binned, 'codes' | 'binnings'>,
  rows: Int32Array,
): Spread[] {
  return binnings.map(({ binCount }, feature) => {
    const own = codes[feature] ?? new Uint8Array();
    const counts = new Float64Array(Math.max(binCount, 1));
    for (const row of rows) {
      const bin = own[row] ?? 0;
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    const groupOf = new Uint8Array(256);
    let below = 0;
    for (let bin = 1; bin < binCount; bin += 1) {
      groupOf[bin] = 1 + Math.min(GROUPS - 1, Math.floor((below / rows.length) * GROUPS));
      below += counts[bin] ?? 0;
    }
    const shares = new Float64Array(GROUPS + 1);
    for (const [bin, count] of counts.entries()) {
      const group = groupOf[bin] ?? 0;
      shares[group] = (shares[group] ?? 0) + count / rows.length;
    }
    return { groupOf, shares };
  });
}

/** Counts scored rows into a spread's groups. */
export function countInto(counts: Float64Array, { groupOf }: Spread, codes: Uint8Array): void {
  for (const bin of codes) {
    const group = groupOf[bin] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
  }
}

export const noCounts = (): Float64Array => new Float64Array(GROUPS + 1);

/**
 * The population stability index: Σ (now − then)·ln(now / then). By the usual reading nothing has
 * changed below 0.1, and above 0.25 the model should be learnt anew.
 */
export function stabilityIndex(shares: Float64Array, counts: Float64Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return 0;
  return shares.reduce((sum, share, group) => {
    const now = (counts[group] ?? 0) / all;
    if (share === 0 && now === 0) return sum;
    const [a, b] = [Math.max(LEAST_SHARE, now), Math.max(LEAST_SHARE, share)];
    return sum + (a - b) * Math.log(a / b);
  }, 0);
}
