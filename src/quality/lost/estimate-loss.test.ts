import { describe, expect, test } from 'vitest';
import { differenceOfShares } from '../../kernel/statistics/differences.ts';
import { runs } from '../../testing/proof.ts';
import { type Random, randomOf } from '../../testing/random.ts';
import { type Cell, estimateLoss, sumEstimates } from './estimate-loss.ts';

/** A stratum in which each contact that went wrong is worth so much. */
const cell = (wrong: [number, number], right: [number, number], worth = 1): Cell => ({
  wrongGood: wrong[0],
  wrongKnown: wrong[1],
  rightGood: right[0],
  rightKnown: right[1],
  worthMinor: wrong[1] * worth,
  onceMinor: wrong[1] * worth,
});

describe('of one stratum it is Newcombe’s method 10', () => {
  // R. G. Newcombe 1998, table II; the first less the second.
  test.each([
    [[48, 80], [56, 70], 0.0524, 0.3339],
    [[3, 10], [9, 10], 0.1705, 0.809],
    [[0, 29], [5, 56], -0.0381, 0.1926],
    [[0, 20], [0, 10], -0.1611, 0.2775],
    [[0, 10], [10, 10], 0.6075, 1],
  ] as [[number, number], [number, number], number, number][])(
    '%j beside %j',
    (wrong, right, low, high) => {
      const found = estimateLoss([cell(wrong, right)]);
      expect((found?.own.low ?? 0) / wrong[1]).toBeCloseTo(low, 3);
      expect((found?.own.high ?? 0) / wrong[1]).toBeCloseTo(high, 3);
      const same = differenceOfShares(
        { successes: wrong[0], tries: wrong[1] },
        { successes: right[0], tries: right[1] },
      );
      expect((found?.own.minor ?? 0) / wrong[1]).toBeCloseTo(same.difference, 9);
    },
  );
});

test('the published strata come out, weighted by who was exposed', () => {
  // University Group Diabetes Program: deaths under tolbutamide and placebo, under 55 years and
  // over, as in Rothman, Greenland, Lash, “Modern Epidemiology”, 3rd ed.: differences of 0.034 and
  // 0.036, together 0.035. A good outcome is to live.
  const young = cell([106 - 8, 106], [120 - 5, 120]);
  const old = cell([98 - 22, 98], [85 - 16, 85]);
  const of = (cells: Cell[]): number => {
    const found = estimateLoss(cells);
    return (found?.own.minor ?? 0) / (found?.compared ?? 1);
  };
  expect(of([young])).toBeCloseTo(0.034, 3);
  expect(of([old])).toBeCloseTo(0.036, 3);
  expect(of([young, old])).toBeCloseTo((106 * of([young]) + 98 * of([old])) / 204, 9);
  expect(of([young, old])).toBeCloseTo(0.035, 3);
});

describe('what is told', () => {
  test('is nothing where nothing went right to compare with', () => {
    expect(estimateLoss([])).toBeNull();
    expect(estimateLoss([cell([3, 10], [0, 0])])).toBeNull();
    const found = estimateLoss([cell([3, 10], [0, 0], 1000), cell([20, 100], [50, 100], 10)]);
    expect(found).toMatchObject({ compared: 100, worthMinor: 1000 });
    expect(found?.own.minor).toBeCloseTo(300, 9);
  });

  test('is not cut to be a loss', () => {
    const found = estimateLoss([cell([60, 100], [50, 100], 10)]);
    expect(found?.own.minor).toBeCloseTo(-100, 9);
    expect(found?.own.low).toBeLessThan(-200);
  });

  test('goes by what is at stake, and is less sure where the worth is', () => {
    const cells = [cell([20, 100], [50, 100], 10), cell([50, 100], [50, 100], 1000)];
    const found = estimateLoss(cells);
    expect(found?.own.minor).toBeCloseTo(300, 6);
    expect(found?.rightShare).toBeCloseTo(0.5, 9);
    expect(found?.wrongShare).toBeCloseTo((1000 * 0.2 + 100_000 * 0.5) / 101_000, 9);
    const [one] = cells;
    const [sure, unsure] = [estimateLoss([one as Cell]), estimateLoss([one as Cell], 0.2)];
    expect(unsure?.own.minor).toBe(sure?.own.minor);
    expect(unsure?.own.high).toBeGreaterThan(sure?.own.high ?? 0);
    expect(unsure?.own.low).toBeLessThan(sure?.own.low ?? 0);
  });

  test('adds up by squares', () => {
    const sum = sumEstimates([
      { minor: 100, low: 70, high: 130 },
      { minor: 50, low: 10, high: 90 },
    ]);
    expect(sum).toEqual({ minor: 150, low: 100, high: 200 });
    expect(sumEstimates([])).toEqual({ minor: 0, low: 0, high: 0 });
  });
});

/** What is true of a stratum: strata are unlike in how many go wrong and what comes of it. */
type Truth = { wrong: number; right: number; wrongShare: number; rightShare: number };

function truths(random: Random): Truth[] {
  return Array.from({ length: 24 }, () => {
    const busy = random.next();
    // Where more goes wrong fewer would buy anyway: thrown together it looks like a loss.
    const rightShare = 0.6 - 0.4 * busy + 0.1 * random.next();
    return {
      wrong: 2 + Math.floor(40 * busy),
      right: 2 + Math.floor(60 * (1 - busy)),
      rightShare,
      // Some strata lose much, some nothing at all.
      wrongShare: random.chance(0.3) ? rightShare : rightShare * (0.4 + 0.5 * random.next()),
    };
  });
}

const drawn = (random: Random, tries: number, share: number): number => {
  let good = 0;
  for (let at = 0; at < tries; at += 1) good += random.chance(share) ? 1 : 0;
  return good;
};

const FEE = 60_000;
/** So many worlds; 95 % bounds hold the truth in so many as chance gives in 999 of 1000 cases. */
const WORLDS = runs(60, 2000);
const leastHeld = 0.95 - 3.29 * Math.sqrt((0.95 * 0.05) / WORLDS);

test('the bounds hold what was truly lost, however thin and unlike the strata are', () => {
  let held = 0;
  let crudeHeld = 0;
  for (let seed = 0; seed < WORLDS; seed += 1) {
    const random = randomOf('what was lost', seed);
    const strata = truths(random);
    const truth = strata.reduce(
      (sum, { wrong, rightShare, wrongShare }) => sum + wrong * (rightShare - wrongShare) * FEE,
      0,
    );
    const cells = strata.map(({ wrong, right, wrongShare, rightShare }) =>
      cell(
        [drawn(random, wrong, wrongShare), wrong],
        [drawn(random, right, rightShare), right],
        FEE,
      ),
    );
    const own = estimateLoss(cells)?.own ?? { low: 0, high: 0 };
    held += own.low <= truth && truth <= own.high ? 1 : 0;
    crudeHeld += holds(crude(cells), truth);
  }
  expect(held / WORLDS).toBeGreaterThan(leastHeld);
  // Without strata it would not.
  expect(crudeHeld / WORLDS).toBeLessThan(leastHeld);
});

const holds = ({ low, high }: { low: number; high: number }, truth: number): number =>
  low <= truth && truth <= high ? 1 : 0;

/** All strata thrown together. */
function crude(cells: readonly Cell[]): { low: number; high: number } {
  const sum = (of: (one: Cell) => number): number => cells.reduce((all, one) => all + of(one), 0);
  const together = cell(
    [sum((c) => c.wrongGood), sum((c) => c.wrongKnown)],
    [sum((c) => c.rightGood), sum((c) => c.rightKnown)],
    FEE,
  );
  return estimateLoss([together])?.own ?? { low: 0, high: 0 };
}
