import { expect, test } from 'vitest';
import { cohortsOf } from './cohorts.ts';

test('a cohort is told as far as all of it could have lived', () => {
  const counts = [
    { cohort: '2026-01-01', months: 0, gone: 2, here: 0 },
    { cohort: '2026-01-01', months: 1, gone: 1, here: 0 },
    { cohort: '2026-01-01', months: 3, gone: 0, here: 7 },
    { cohort: '2026-03-01', months: 0, gone: 1, here: 3 },
    { cohort: '2026-03-01', months: 1, gone: 0, here: 4 },
  ];
  expect(cohortsOf(counts, '2026-04-20')).toEqual([
    { cohort: '2026-03-01', connected: 8, kept: [] },
    { cohort: '2026-01-01', connected: 10, kept: [0.8, 0.7] },
  ]);
  expect(cohortsOf(counts, '2026-05-01')[0]?.kept).toEqual([1 - 1 / 8]);
});
