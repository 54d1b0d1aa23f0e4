import { expect, test } from 'vitest';
import { toldMargin } from './told-margin.ts';

test.each([
  [52_341, { low: 51_203, high: 53_488 }, { count: 52_000, low: 51_000, high: 54_000 }],
  [0, { low: 0, high: 469 }, { count: 0, low: 0, high: 500 }],
  [123, { low: 123, high: 123 }, { count: 123, low: 123, high: 123 }],
  [48_765, null, { count: 50_000, low: 0, high: 100_000 }],
])('%i is told in the digits that it knows', (count, margin, told) => {
  expect(toldMargin({ count, margin })).toEqual(told);
});
