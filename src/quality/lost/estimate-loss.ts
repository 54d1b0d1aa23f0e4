import { wilson } from '../../kernel/statistics/wilson.ts';

/** What stands in one stratum of a month: of contacts whose outcome is known. */
export type Cell = {
  wrongKnown: number;
  wrongGood: number;
  rightKnown: number;
  rightGood: number;
  /** What all that went wrong in it would be worth a month, had it all turned out well. */
  worthMinor: number;
  /** The same of those alone who stand in no earlier process. */
  onceMinor: number;
};

export type Estimate = { minor: number; low: number; high: number };

export type Loss = {
  own: Estimate;
  /** Without what an earlier process has counted already. */
  once: Estimate;
  /** Shares of good outcomes, weighted by what was at stake where it went wrong. */
  rightShare: number;
  wrongShare: number;
  /** What was at stake, and how many contacts: where there was something to compare with. */
  worthMinor: number;
  compared: number;
};

const Z = 1.959_964;

/**
 * What was lost because contacts went wrong: in each stratum what was at stake, by how much smaller
 * the share of good outcomes is than where it went right. Weights are of those that went wrong, so
 * it is the effect on them that is told (standardised to the exposed: K. J. Rothman, S. Greenland,
 * T. L. Lash, “Modern Epidemiology”, 3rd ed., chapter 15). Where nothing went right there is
 * nothing to compare with, and nothing is told.
 *
 * The bounds of 95 % recover the variance of each share from its own bounds: G. Y. Zou, W. Huang,
 * X. Zhang, “A note on confidence interval estimation for a linear function of binomial
 * proportions”, Computational Statistics & Data Analysis 53 (2009). Of one stratum that is
 * Newcombe's method 10, and it holds where shares are 0 and 1. Bounds are never cut to be positive.
 * @param worthError how large a part of what an outcome is worth its standard error is
 * @returns null where nothing can be compared
 */
export function estimateLoss(cells: readonly Cell[], worthError = 0): Loss | null {
  const told = cells.filter(({ wrongKnown, rightKnown }) => wrongKnown > 0 && rightKnown > 0);
  const worthMinor = sumOf(told, ({ worthMinor: minor }) => minor);
  if (worthMinor <= 0) return null;
  const weighted = (share: (cell: Cell) => number): number =>
    sumOf(told, (cell) => cell.worthMinor * share(cell)) / worthMinor;
  return {
    own: boundsOf(told, worthError, (cell) => cell.worthMinor),
    once: boundsOf(told, worthError, (cell) => cell.onceMinor),
    rightShare: weighted((cell) => cell.rightGood / cell.rightKnown),
    wrongShare: weighted((cell) => cell.wrongGood / cell.wrongKnown),
    worthMinor,
    compared: sumOf(told, ({ wrongKnown }) => wrongKnown),
  };
}

function boundsOf(
  cells: readonly Cell[],
  worthError: number,
  weightOf: (cell: Cell) => number,
): Estimate {
  let minor = 0;
  let below = 0;
  let above = 0;
  for (const cell of cells) {
    const weight = weightOf(cell);
    const right = shareOf(cell.rightGood, cell.rightKnown);
    const wrong = shareOf(cell.wrongGood, cell.wrongKnown);
    minor += weight * (right.share - wrong.share);
    below += weight ** 2 * ((right.share - right.low) ** 2 + (wrong.high - wrong.share) ** 2);
    above += weight ** 2 * ((right.high - right.share) ** 2 + (wrong.share - wrong.low) ** 2);
  }
  const priced = (Z * worthError * minor) ** 2;
  return { minor, low: minor - Math.sqrt(below + priced), high: minor + Math.sqrt(above + priced) };
}

const shareOf = (good: number, known: number) => ({
  share: good / known,
  ...wilson(good, known),
});

const sumOf = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((sum, one) => sum + of(one), 0);

/** What several lose together, each found by itself: their bounds add up by their squares. */
export function sumEstimates(parts: readonly Estimate[]): Estimate {
  const minor = sumOf(parts, (part) => part.minor);
  const below = Math.hypot(...parts.map((part) => part.minor - part.low));
  const above = Math.hypot(...parts.map((part) => part.high - part.minor));
  return { minor, low: minor - below, high: minor + above };
}
