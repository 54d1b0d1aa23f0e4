import { expect, test } from 'vitest';
import { daysFrom, mondayOf, readBreaks } from './week.ts';

test.each([
  ['2026-03-02T12:00:00Z', '2026-03-02'],
  ['2026-03-08T12:00:00Z', '2026-03-02'],
  ['2026-03-01T12:00:00Z', '2026-02-23'],
])('the week of %s begins on %s', (now, monday) => {
  expect(mondayOf(Date.parse(now))).toBe(monday);
});

test('a week has seven days, over the end of a month too', () => {
  expect(daysFrom('2026-02-23').at(-1)).toBe('2026-03-01');
});

test('breaks are read as people type them', () => {
  expect(readBreaks('13:00–13:30, 17:00 - 17:15,')).toEqual([
    { from: '13:00', to: '13:30' },
    { from: '17:00', to: '17:15' },
  ]);
  expect(readBreaks('')).toEqual([]);
  expect(readBreaks('обед')).toEqual([{ from: 'обед', to: '' }]);
});
