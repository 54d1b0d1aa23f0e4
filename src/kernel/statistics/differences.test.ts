import { describe, expect, test } from 'vitest';
import { runs } from '../../testing/proof.ts';
import { type Random, randomOf } from '../../testing/random.ts';
import {
  differenceOfMeans,
  differenceOfShares,
  neededTries,
  type Sample,
  type Share,
  studentBound,
} from './differences.ts';

const of = (successes: number, tries: number): Share => ({ successes, tries });

describe('a difference of shares', () => {
  // Newcombe 1998, table II, method 10.
  test.each([
    [of(48, 80), of(56, 70), 0.0524, 0.3339],
    [of(3, 10), of(9, 10), 0.1705, 0.809],
    [of(2, 7), of(6, 7), 0.0582, 0.8062],
    [of(0, 29), of(5, 56), -0.0381, 0.1926],
    [of(0, 20), of(0, 10), -0.1611, 0.2775],
    [of(0, 10), of(0, 10), -0.2775, 0.2775],
    [of(0, 20), of(10, 10), 0.6791, 1],
    [of(0, 10), of(10, 10), 0.6075, 1],
  ])('of %j and %j', (first, second, low, high) => {
    const found = differenceOfShares(first, second);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });
});

describe('a difference of means', () => {
  // Tables of Student's distribution, two-sided, 5 %.
  test.each([
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
    [100_000, 1.96],
  ])('with %d degrees of freedom', (freedom, bound) => {
    expect(studentBound(freedom)).toBeCloseTo(bound, 2);
  });

  test('of two samples of unlike variance', () => {
    // R: t.test(extra ~ group, data = sleep): 95 percent from -3.3655 to 0.2055.
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const found = differenceOfMeans(sampleOf(first), sampleOf(second));
    expect(found.low).toBeCloseTo(-0.2055, 3);
    expect(found.high).toBeCloseTo(3.3655, 3);
  });

  test('of numbers that are all the same is known for sure', () => {
    const same = (mean: number): Sample => ({ count: 40, mean, variance: 0 });
    const difference = { difference: 20, low: 20, high: 20 };
    expect(differenceOfMeans(same(500), same(520))).toEqual(difference);
  });
});

test('the smaller the difference, the more tries are needed; uneven halves need more', () => {
  // (1.96 + 0.8416)² · (0.3 · 0.7 + 0.35 · 0.65) / 0.05²
  expect(neededTries(0.3, 0.05, 0.5)).toEqual({ first: 1374, second: 1374 });
  const few = neededTries(0.3, 0.1, 0.5);
  expect(few.first).toBe(354);
  const uneven = neededTries(0.3, 0.1, 0.2);
  expect(uneven.first + uneven.second).toBeGreaterThan(few.first + few.second);
});

/** Of so many experiments of which nothing differs, the share that say that something does. */
const TIMES = runs(2000, 20_000);
/** A share of 5 % of so many, as far as chance moves it in 999 of 1000 cases. */
const highest = 0.05 + 3.29 * Math.sqrt((0.05 * 0.95) / TIMES);

describe('where nothing differs', () => {
  test('shares are told to differ in five of a hundred experiments at most', () => {
    const random = randomOf('nothing differs', 1);
    const share = shareOf(() => {
      const [first, second] = [tried(random, 400, 0.3), tried(random, 600, 0.3)];
      return differenceOfShares(first, second);
    });
    expect(share).toBeLessThan(highest);
    // Nor does it find nothing at all.
    expect(share).toBeGreaterThan(0.03);
  });

  test('prices are told to differ in five of a hundred', () => {
    const random = randomOf('nothing differs', 2);
    const price = (): number => random.pick([450, 600, 600, 750, 900]);
    const share = shareOf(() =>
      differenceOfMeans(
        sampleOf(Array.from({ length: 30 }, price)),
        sampleOf(Array.from({ length: 45 }, price)),
      ),
    );
    expect(share).toBeLessThan(highest);
    expect(share).toBeGreaterThan(0.03);
  });
});

test('a difference that is there is found as often as was promised', () => {
  const random = randomOf('a difference', 1);
  const { first, second } = neededTries(0.3, 0.1, 0.5);
  const found = shareOf(() =>
    differenceOfShares(tried(random, first, 0.3), tried(random, second, 0.4)),
  );
  expect(found).toBeGreaterThan(0.77);
});

function shareOf(experiment: () => { low: number; high: number }): number {
  let told = 0;
  for (let times = 0; times < TIMES; times += 1) {
    const { low, high } = experiment();
    if (low > 0 || high < 0) told += 1;
  }
  return told / TIMES;
}

function tried(random: Random, tries: number, share: number): Share {
  let successes = 0;
  for (let at = 0; at < tries; at += 1) if (random.chance(share)) successes += 1;
  return { successes, tries };
}

function sampleOf(numbers: readonly number[]): Sample {
  const count = numbers.length;
  const mean = numbers.reduce((sum, one) => sum + one, 0) / count;
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return { count, mean, variance: squares / (count - 1) };
}
