import { expect, test } from 'vitest';
import { differenceOf, type Sums } from './difference.ts';

const sums = (values: number[], rows = values.length): Sums => ({
  rows,
  known: values.length,
  sum: values.reduce((all, one) => all + one, 0),
  squares: values.reduce((all, one) => all + one * one, 0),
});

test('means, their difference and how far chance alone would move it', () => {
  const { first, second, difference, margin } = differenceOf(
    sums([1, 2, 3, 4]),
    sums([2, 2, 2, 2]),
    true,
  );
  expect([first.mean, second.mean, difference]).toEqual([2.5, 2, 0.5]);
  // The variance of 1, 2, 3, 4 is 5/3, that of its mean a fourth of it.
  expect(margin).toBeCloseTo(1.96 * Math.sqrt(5 / 12), 10);
});

test('those without a value are zero of a sum, and unknown of anything else', () => {
  expect(differenceOf(sums([4], 4), sums([1]), true).difference).toBe(0);
  expect(differenceOf(sums([4], 4), sums([1]), false)).toMatchObject({
    first: { mean: 4, known: 1 },
    difference: 3,
  });
});

test('of nobody nothing is said', () => {
  expect(differenceOf(sums([]), sums([1]), true)).toEqual({
    first: { mean: null, known: 0 },
    second: { mean: 1, known: 1 },
    difference: null,
    margin: null,
  });
});
