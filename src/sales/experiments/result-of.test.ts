import { expect, test } from 'vitest';
import { type Arm, LEAST_SOLD, resultOf } from './result-of.ts';

const arm = (settled: number, sold: number, begun = settled, meanMinor = 60_000): Arm => ({
  begun,
  settled,
  sold,
  meanMinor,
  varianceMinor: 100_000_000,
});
const side = (number: number, one: Arm, needed = 300) => ({ number, needed, arm: one });

test('nothing is told before enough deals are settled, be the difference as great as it may', () => {
  const told = resultOf(side(1, arm(300, 10, 320)), side(2, arm(299, 290, 320)), 0.5);
  expect(told).toMatchObject({
    first: { begun: 320, settled: 300, needed: 300, sold: null, averageMinor: null },
    second: { settled: 299, sold: null },
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
  const told = resultOf(side(1, arm(300, 120, 700)), side(2, arm(300, 160, 500)), 0.5);
  expect(told.isUneven).toBe(true);
});
