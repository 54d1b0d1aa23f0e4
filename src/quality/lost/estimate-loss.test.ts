import { describe, expect, test } from 'vitest';
import { differenceOfShares } from '../../kernel/statistics/differences.ts';
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
