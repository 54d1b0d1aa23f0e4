import { expect, test } from 'vitest';
import { type CohortMonth, monthsBetween, paceOf, restOf, worthOf } from './lifetime.ts';

const row = (
  cohort: string,
  month: string,
  alive: number,
  revenueMinor: number,
  costMinor = 0,
): CohortMonth => ({ cohort, month, connected: 100, alive, revenueMinor, costMinor });

const rows = [
  row('2026-01-01', '2026-01-01', 100, 50_000, 10_000),
  row('2026-01-01', '2026-02-01', 90, 45_000, 9000),
  row('2026-02-01', '2026-02-01', 100, 50_000, 10_000),
];

test('margin is by account that was there, kept by those of a month before', () => {
  const pace = paceOf(rows, ['2026-02-01']);
  expect(pace.marginMinor).toBeCloseTo((45_000 - 9000 + 50_000 - 10_000) / 190);
  expect(pace.keptShare).toBeCloseTo(0.9);
});

test('of no months nothing is said', () => {
  expect(paceOf(rows, [])).toEqual({ marginMinor: null, keptShare: null });
  expect(restOf({ marginMinor: null, keptShare: 0.9 }, 12)).toBeNull();
});

test('what is ahead is the sum of a geometric series', () => {
  const [margin, kept, months] = [400, 0.97, 35];
  const closed = (margin * kept * (1 - kept ** months)) / (1 - kept);
  expect(restOf({ marginMinor: margin, keptShare: kept }, months)).toBeCloseTo(closed);
  expect(restOf({ marginMinor: margin, keptShare: 1 }, 12)).toBe(margin * 12);
  expect(restOf({ marginMinor: margin, keptShare: 0.5 }, 0)).toBe(0);
});

test('a cohort is worth what it brought and what those who stayed will bring', () => {
  const pace = { marginMinor: 400, keptShare: 1 };
  const [first] = worthOf(rows, pace, '2026-02-01');
  // 760 roubles of 100 accounts; of the horizon 34 months are left, for nine of ten.
  expect(first).toEqual({
    cohort: '2026-01-01',
    connected: 100,
    alive: 90,
    marginMinor: 760,
    lifetimeMinor: 760 + 0.9 * 34 * 400,
  });
});

test('months between go over the year’s end', () => {
  expect(monthsBetween('2025-11-01', '2026-02-01')).toBe(3);
});
