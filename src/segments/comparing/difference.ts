/** What was summed of one side: how many rows, of how many a value is known, its sums. */
export type Sums = { rows: number; known: number; sum: number; squares: number };

/** Of a normal distribution, 95 % lie within so many deviations. */
const WITHIN_95 = 1.96;

/**
 * A side's mean with the variance of that mean.
 * @param isZeroOfNone rows without a value count as zero; else only known ones count
 * @param fewest of fewer than so many nothing is said
 */
function meanOf({ rows, known, sum, squares }: Sums, isZeroOfNone: boolean, fewest: number) {
  const count = isZeroOfNone ? rows : known;
  if (count < fewest) return null;
  const mean = sum / count;
  const spread = count > 1 ? Math.max(0, squares - count * mean * mean) / (count - 1) : 0;
  return { mean, known: count, variance: spread / count };
}

/**
 * Two means side by side. The margin is that of two samples apart; those who stand in both make it
 * wider than need be, never narrower.
 */
export function differenceOf(first: Sums, second: Sums, isZeroOfNone: boolean, fewest = 1) {
  const [one, other] = [first, second].map((sums) => meanOf(sums, isZeroOfNone, fewest));
  const side = (of: typeof one) => ({ mean: of?.mean ?? null, known: of?.known ?? 0 });
  const isKnown = one && other;
  return {
    first: side(one),
    second: side(other),
    difference: isKnown ? one.mean - other.mean : null,
    margin: isKnown ? WITHIN_95 * Math.sqrt(one.variance + other.variance) : null,
  };
}
