/** Of the normal distribution, for an interval of 95 percent. */
const Z = 1.959_964;

/**
 * Within which bounds the true share of successes lies, with 95 percent certainty: E. B. Wilson,
 * “Probable inference, the law of succession, and statistical inference”, Journal of the American
 * Statistical Association 22 (1927). From 0 to 1 where nothing was tried.
 */
export function wilson(successes: number, tries: number): { low: number; high: number } {
  if (tries === 0) return { low: 0, high: 1 };
  const share = successes / tries;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * tries);
  const half = Z * Math.sqrt((share * (1 - share) + z2 / (4 * tries)) / tries);
  const whole = 1 + z2 / tries;
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) };
}

/** The lower bound, so that what was tried seldom does not stand first by luck. */
export const wilsonLower = (successes: number, tries: number): number =>
  wilson(successes, tries).low;
