import { wilson } from './wilson.ts';

/** How much more the second has than the first, and within which bounds with 95 % certainty. */
export type Difference = { difference: number; low: number; high: number };

/** Of so many tries how many came off. */
export type Share = { successes: number; tries: number };

/** Of so many numbers the mean and the variance of the sample. */
export type Sample = { count: number; mean: number; variance: number };

/**
 * The second share less the first: R. G. Newcombe, “Interval estimation for the difference between
 * independent proportions: comparison of eleven methods”, Statistics in Medicine 17 (1998), its
 * method 10. Holds for few tries too, and at shares of 0 and 1.
 */
export function differenceOfShares(first: Share, second: Share): Difference {
  const [p1, p2] = [first.successes / first.tries, second.successes / second.tries];
  const one = wilson(first.successes, first.tries);
  const two = wilson(second.successes, second.tries);
  const difference = p2 - p1;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(p2 - two.low, one.high - p1)),
    high: Math.min(1, difference + Math.hypot(two.high - p2, p1 - one.low)),
  };
}

/**
 * The second mean less the first, whatever their variances: B. L. Welch, “The generalization of
 * ‘Student’s’ problem when several different population variances are involved”, Biometrika 34
 * (1947). Both have two numbers at least.
 */
export function differenceOfMeans(first: Sample, second: Sample): Difference {
  const difference = second.mean - first.mean;
  const [v1, v2] = [first.variance / first.count, second.variance / second.count];
  const variance = v1 + v2;
  if (variance === 0) return { difference, low: difference, high: difference };
  const freedom = variance ** 2 / (v1 ** 2 / (first.count - 1) + v2 ** 2 / (second.count - 1));
  const half = studentBound(freedom) * Math.sqrt(variance);
  return { difference, low: difference - half, high: difference + half };
}

/** Of the normal distribution: 95 % lie within, 80 % below. */
const [WITHIN_95, BELOW_80] = [1.959_964, 0.841_621];

/**
 * How many tries of each are needed to see a difference of shares in four cases of five, where the
 * first has the base share: J. L. Fleiss, “Statistical Methods for Rates and Proportions” (1981),
 * without the correction for continuity.
 * @param secondShare of all tries, those of the second
 */
export function neededTries(
  base: number,
  least: number,
  secondShare: number,
): { first: number; second: number } {
  // The side on which a share varies more, for a difference may go either way.
  const other = base < 0.5 ? base + least : base - least;
  const ratio = secondShare / (1 - secondShare);
  const varied = base * (1 - base) + (other * (1 - other)) / ratio;
  const first = ((WITHIN_95 + BELOW_80) ** 2 * varied) / least ** 2;
  return { first: Math.ceil(first), second: Math.ceil(first * ratio) };
}

/** Chance gives so uneven a division of tries less than once in a thousand times. */
const UNEVEN = 3.29;

/** Whether tries are divided otherwise than they were to be: then something chose, not chance. */
export function isUneven(first: number, second: number, secondShare: number): boolean {
  const all = first + second;
  if (all === 0) return false;
  const spread = Math.sqrt(all * secondShare * (1 - secondShare));
  return Math.abs(second - all * secondShare) > UNEVEN * spread;
}

/**
 * Within how many standard errors 95 % of Student's distribution lie: G. W. Hill, “Algorithm 396:
 * Student's t-quantiles”, Communications of the ACM 13 (1970). To four digits from three degrees of
 * freedom on; fewer come of no sample that is told.
 */
export function studentBound(freedom: number): number {
  const n = freedom;
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  const x = -WITHIN_95;
  let c = (((20_700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * 0.05) ** (2 / n);
  if (y <= 0.05 + a) {
    const inner = 1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4);
    y = ((inner * y - 1) * (n + 1)) / (n + 2) + 1 / y;
    return Math.sqrt(n * y);
  }
  y = x * x;
  if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
  c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
  y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
  y = Math.expm1(a * y * y);
  return Math.sqrt(n * y);
}
