import { expect, test } from 'vitest';
import { intervalOf } from './interval-of.ts';

test('where all were looked at it is known', () => {
  expect(intervalOf(3, 3, 2)).toEqual({ count: 2, low: 2, high: 2 });
  expect(intervalOf(0, 0, 0)).toEqual({ count: 0, low: 0, high: 0 });
});

test.each([
  // Known values of Wilson's interval: 0 of 10 is up to 27.8 %, 1 of 10 from 1.8 % to 40.4 %.
  [0, { count: 0, low: 0, high: 2776 }],
  [1, { count: 1000, low: 178, high: 4042 }],
  [10, { count: 10_000, low: 7224, high: 10_000 }],
])('%i of ten, of ten thousand', (found, told) => {
  expect(intervalOf(10_000, 10, found)).toEqual(told);
});

test.each([0.001, 0.01, 0.1, 0.5, 0.97])('the truth lies within, at a share of %d', (share) => {
  const [size, looked, tries] = [1_000_000, 2000, 400];
  let state = 7;
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let within = 0;
  for (let at = 0; at < tries; at += 1) {
    let found = 0;
    for (let one = 0; one < looked; one += 1) if (random() < share) found += 1;
    const { low, high } = intervalOf(size, looked, found);
    if (low <= share * size && share * size <= high) within += 1;
  }
  expect(within / tries).toBeGreaterThan(0.92);
});
