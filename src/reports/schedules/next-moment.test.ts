import { expect, test } from 'vitest';
import { nextMoment } from './next-moment.ts';

const tomsk = 'Asia/Tomsk';
const next = (rhythm: 'day' | 'week' | 'month', day: number, hour: number, after: string): string =>
  nextMoment({ rhythm, day, hour }, new Date(after), tomsk).toISOString();

test('a report is due on its day and hour by the clocks of the operator, and later than now', () => {
  // Tomsk is seven hours ahead; the 2nd of March 2026 is a Monday.
  expect(next('day', 1, 8, '2026-03-02T00:59:59Z')).toBe('2026-03-02T01:00:00.000Z');
  expect(next('day', 1, 8, '2026-03-02T01:00:00Z')).toBe('2026-03-03T01:00:00.000Z');
  expect(next('week', 1, 8, '2026-03-02T01:00:00Z')).toBe('2026-03-09T01:00:00.000Z');
  expect(next('week', 5, 0, '2026-03-02T01:00:00Z')).toBe('2026-03-05T17:00:00.000Z');
  expect(next('month', 28, 23, '2026-02-28T17:00:00Z')).toBe('2026-03-28T16:00:00.000Z');
  expect(next('month', 1, 8, '2026-03-02T00:00:00Z')).toBe('2026-04-01T01:00:00.000Z');
});
