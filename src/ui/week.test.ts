import { expect, test } from 'vitest';
import { daysFrom, mondayOf } from './week.ts';

test.each([
  ['2026-03-02', '2026-03-02'],
  ['2026-03-08', '2026-03-02'],
  ['2026-03-01', '2026-02-23'],
])('the week of %s begins on %s', (day, monday) => {
  expect(mondayOf(day)).toBe(monday);
});

test('a week has seven days, over the end of a month too', () => {
  expect(daysFrom('2026-02-23').at(-1)).toBe('2026-03-01');
});
