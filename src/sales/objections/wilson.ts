/** Of the normal distribution, for an interval of 95 percent. */
const Z = 1.96;

/**
 * The lower bound of the share of successes, so that what was tried seldom does not stand first by
 * luck: E. B. Wilson, “Probable inference, the law of succession, and statistical inference”,
 * Journal of the American Statistical Association 22 (1927). 0 where nothing was tried.
 */
export function wilsonLower(successes: number, tries: number): number {
  if (tries === 0) return 0;
  const share = successes / tries;
  const z2 = Z * Z;
  const middle = share + z2 / (2 * tries);
  const half = Z * Math.sqrt((share * (1 - share) + z2 / (4 * tries)) / tries);
  return Math.max(0, (middle - half) / (1 + z2 / tries));
}
