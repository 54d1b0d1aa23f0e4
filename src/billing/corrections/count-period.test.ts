import { expect, test } from 'vitest';
import { countPeriod } from './count-period.ts';

const fee = (fromOn: string, toOn: string, monthlyFeeMinor = 60_000) => ({
  subscriptionId: 1,
  name: 'Домашний 100',
  monthlyFeeMinor,
  fromOn,
  toOn,
});

test.each<[string, string, string, [days: number, of: number, amountMinor: number][]]>([
  ['one day', '2026-02-03', '2026-02-03', [[1, 28, 2143]]],
  ['a whole month is the whole fee', '2026-03-01', '2026-03-31', [[31, 31, 60_000]]],
  ['a week', '2026-03-02', '2026-03-08', [[7, 31, 13_548]]],
  [
    'each month by its own length',
    '2026-01-31',
    '2026-03-01',
    [
      [1, 31, 1935],
      [28, 28, 60_000],
      [1, 31, 1935],
    ],
  ],
  ['a leap year', '2028-02-29', '2028-02-29', [[1, 29, 2069]]],
])('%s', (_, fromOn, toOn, expected) => {
  const parts = countPeriod([fee(fromOn, toOn)], { fromOn, toOn });
  expect(parts.map((one) => [one.days, one.daysOfMonth, one.amountMinor])).toEqual(expected);
});

test('each service counts on the days that it was there, and one without a price on none', () => {
  const period = { fromOn: '2026-03-01', toOn: '2026-03-10' };
  const parts = countPeriod(
    [fee('2026-03-08', '2026-03-10'), fee('2026-03-01', '2026-03-10', 0)],
    period,
  );
  expect(parts.map(({ days }) => days)).toEqual([3]);
});
