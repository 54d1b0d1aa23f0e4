/** How many left, and how many were last seen there while still here, after so long. */
export type Ending = { after: number; left: number; stayed: number };

export type SurvivalPoint = {
  after: number;
  /** How many were here up to then. */
  atRisk: number;
  left: number;
  /** Which share is here still, and within which bounds that lies. */
  share: number;
  low: number;
  high: number;
};

/** The quantile of a normal law that leaves 2.5 % on either side. */
const Z = 1.959963984540054;

/**
 * Kaplan and Meier's estimate (J. Am. Stat. Assoc. 53, 1958): the share that is here still after
 * each time at which somebody left; who was only watched so long counts up to then. Bounds of 95 %
 * by Greenwood's variance on the scale log(−log S), so that they stay between nought and one.
 */
export function kaplanMeier(endings: readonly Ending[]): SurvivalPoint[] {
  const sorted = endings.toSorted((a, b) => a.after - b.after);
  let atRisk = sorted.reduce((sum, { left, stayed }) => sum + left + stayed, 0);
  let share = 1;
  let greenwood = 0;
  const points: SurvivalPoint[] = [];
  for (const [after, same] of Map.groupBy(sorted, (one) => one.after)) {
    const left = same.reduce((sum, one) => sum + one.left, 0);
    const stayed = same.reduce((sum, one) => sum + one.stayed, 0);
    if (left > 0) {
      share *= (atRisk - left) / atRisk;
      greenwood += left === atRisk ? 0 : left / (atRisk * (atRisk - left));
      points.push({ after, atRisk, left, share, ...boundsOf(share, greenwood) });
    }
    atRisk -= left + stayed;
  }
  return points;
}

function boundsOf(share: number, greenwood: number): { low: number; high: number } {
  // Where nobody is left the variance is not defined.
  if (share <= 0) return { low: 0, high: 0 };
  const spread = (Z * Math.sqrt(greenwood)) / -Math.log(share);
  return { low: share ** Math.exp(spread), high: share ** Math.exp(-spread) };
}

/** After how long half are gone; null while more are here than that. */
export const medianOf = (points: readonly SurvivalPoint[]): number | null =>
  points.find(({ share }) => share <= 0.5)?.after ?? null;
