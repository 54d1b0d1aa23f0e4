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
 * Each side's share has Wilson's bounds of 95 % for as many tries as vary as much as its strata do
 * (C. Franco, R. J. A. Little, T. A. Louis, E. V. Slud, “Comparative study of confidence intervals
 * for proportions in complex sample surveys”, Journal of Survey Statistics and Methodology 7,
 * 2019), and both are put together by recovering their variances (G. Y. Zou, A. Donner,
 * “Construction of confidence limits about effect measures”, Statistics in Medicine 27, 2008). Of
 * one stratum that is Newcombe's method 10. Bounds are never cut to be positive.
 * @param worthError how large a part of what an outcome is worth its standard error is
 * @returns null where nothing can be compared
 */
export function estimateLoss(cells: readonly Cell[], worthError = 0): Loss | null {
  const told = cells.filter(({ wrongKnown, rightKnown }) => wrongKnown > 0 && rightKnown > 0);
  const own = sideBySide(told, (cell) => cell.worthMinor, worthError);
  if (!own) return null;
  const nothing = { minor: 0, low: 0, high: 0 };
  return {
    own: own.estimate,
    once: sideBySide(told, (cell) => cell.onceMinor, worthError)?.estimate ?? nothing,
    rightShare: own.right.share,
    wrongShare: own.wrong.share,
    worthMinor: own.worthMinor,
    compared: sumOf(told, ({ wrongKnown }) => wrongKnown),
  };
}

type Stratum = { weight: number; good: number; known: number };
type Bounded = { share: number; low: number; high: number };

function sideBySide(cells: readonly Cell[], worthOf: (cell: Cell) => number, worthError: number) {
  const worthMinor = sumOf(cells, worthOf);
  if (worthMinor <= 0) return null;
  const side = (of: (cell: Cell) => { good: number; known: number }): Bounded =>
    shareOf(cells.map((cell) => ({ weight: worthOf(cell) / worthMinor, ...of(cell) })));
  const right = side(({ rightGood, rightKnown }) => ({ good: rightGood, known: rightKnown }));
  const wrong = side(({ wrongGood, wrongKnown }) => ({ good: wrongGood, known: wrongKnown }));
  const minor = worthMinor * (right.share - wrong.share);
  const priced = Z * worthError * minor;
  const below = worthMinor * Math.hypot(right.share - right.low, wrong.high - wrong.share);
  const above = worthMinor * Math.hypot(right.high - right.share, wrong.share - wrong.low);
  const estimate: Estimate = {
    minor,
    low: minor - Math.hypot(below, priced),
    high: minor + Math.hypot(above, priced),
  };
  return { estimate, right, wrong, worthMinor };
}

/** The weighted share of good outcomes, with its bounds. */
function shareOf(strata: readonly Stratum[]): Bounded {
  const share = sumOf(strata, ({ weight, good, known }) => (weight * good) / known);
  const spread = share * (1 - share);
  // Without bias; a single contact tells of no variance, and has that of all.
  const variance = sumOf(strata, ({ weight, good, known }) => {
    const own = good / known;
    return weight ** 2 * (known > 1 ? (own * (1 - own)) / (known - 1) : spread);
  });
  const tries =
    variance > 0
      ? spread / variance + 1
      : 1 / sumOf(strata, ({ weight, known }) => weight ** 2 / known);
  return { share, ...wilson(share * tries, tries) };
}

const sumOf = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((sum, one) => sum + of(one), 0);

/** What several lose together, each found by itself: their bounds add up by their squares. */
export function sumEstimates(parts: readonly Estimate[]): Estimate {
  const minor = sumOf(parts, (part) => part.minor);
  const below = Math.hypot(...parts.map((part) => part.minor - part.low));
  const above = Math.hypot(...parts.map((part) => part.high - part.minor));
  return { minor, low: minor - below, high: minor + above };
}
