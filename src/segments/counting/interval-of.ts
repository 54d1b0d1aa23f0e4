/** Of a normal distribution, 95 % lie within so many deviations. */
const WITHIN_95 = 1.96;

export type Interval = { count: number; low: number; high: number };

/**
 * How many there are in all, told from some that were looked at, with the bounds within which it
 * lies 19 times of 20 (E. B. Wilson's interval, 1927, which holds for shares near nothing and near
 * all, too). Whoever was seen to be one or not to be one is within the bounds.
 * @param size of how many those looked at were drawn
 */
export function intervalOf(size: number, looked: number, found: number): Interval {
  if (looked >= size) return { count: found, low: found, high: found };
  const share = found / looked;
  const square = WITHIN_95 ** 2 / looked;
  const middle = (share + square / 2) / (1 + square);
  const half = (WITHIN_95 * Math.sqrt((share * (1 - share) + square / 4) / looked)) / (1 + square);
  return {
    count: Math.round(share * size),
    low: Math.max(found, Math.floor((middle - half) * size)),
    high: Math.min(size - (looked - found), Math.ceil((middle + half) * size)),
  };
}
