import { expect, test } from 'vitest';
import { type Arm, LEAST_SOLD, resultOf } from './result-of.ts';

const arm = (deals: number, sold: number, meanMinor = 60_000): Arm => ({
  deals,
  sold,
  meanMinor,
  varianceMinor: 100_000_000,
});
const side = (number: number, one: Arm, needed = 300) => ({ number, needed, arm: one });

test('nothing is told before enough deals began, be the difference as great as it may', () => {
  const told = resultOf(side(1, arm(300, 10)), side(2, arm(299, 290)), 0.5);
  expect(told).toMatchObject({
    first: { deals: 300, needed: 300, sold: null, averageMinor: null },
    second: { deals: 299, sold: null },
    shares: null,
    prices: null,
    isUneven: false,
  });
});

test('then the shares, and prices where enough of both were sold', () => {
  const few = LEAST_SOLD - 1;
  const told = resultOf(side(1, arm(400, 120)), side(2, arm(400, 160)), 0.5);
  expect(told).toMatchObject({ first: { sold: 120 }, second: { sold: 160, averageMinor: 60_000 } });
  expect(told.shares?.difference).toBeCloseTo(0.1);
  expect(told.shares?.low).toBeGreaterThan(0);
  expect(told.prices).toMatchObject({ difference: 0 });
  expect(resultOf(side(1, arm(400, 120)), side(2, arm(400, few)), 0.5).prices).toBeNull();
});

test('it says where deals are not divided by chance', () => {
  const told = resultOf(side(1, arm(700, 120)), side(2, arm(500, 160)), 0.5);
  expect(told.isUneven).toBe(true);
});
