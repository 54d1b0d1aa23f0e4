import { beforeAll, expect, test } from 'vitest';
import { showInTimeZone } from '../format.ts';
import { keepLanguage } from '../language.ts';
import { byDay, dayTitle } from './days.ts';

beforeAll(() => {
  keepLanguage('ru');
  showInTimeZone('Asia/Yekaterinburg');
});

test('days are those of the operator, and order is kept', () => {
  const instants = ['2026-03-09T01:00:00Z', '2026-03-08T20:00:00Z', '2026-03-08T18:59:00Z'];
  const days = byDay(instants.map((at) => ({ at })));
  expect(days.map(({ on, entries }) => [on, entries.length])).toEqual([
    ['2026-03-09', 2],
    ['2026-03-08', 1],
  ]);
});

test.each([
  ['2026-03-09', 'timeline.today'],
  ['2026-03-08', 'timeline.yesterday'],
  ['2026-03-07', 'суббота, 7 марта'],
  ['2025-12-31', '31 декабря 2025 г.'],
])('%s is titled %s', (on, expected) => {
  const now = Date.parse('2026-03-08T20:00:00Z');
  expect(dayTitle(on, now, (key) => key)).toBe(expected);
});
