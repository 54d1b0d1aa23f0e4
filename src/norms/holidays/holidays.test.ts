import { expect, test } from 'vitest';
import { holidayOn, knownHolidayYears } from './holidays.ts';

/** Counts the days and the hours of a five-day week of 40 hours. */
function countYear(year: number) {
  let days = 0;
  let hours = 0;
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000) {
    const date = new Date(ms).toISOString().slice(0, 10);
    const said = holidayOn('RU', date);
    const isWeekend = [0, 6].includes(new Date(ms).getUTCDay());
    if (said?.isOff || (isWeekend && !said?.likeOn)) continue;
    days += 1;
    hours += said?.isShort ? 7 : 8;
  }
  return { days, hours };
}

// The official yearly balance of working time at 40 hours a week.
test.each([
  [2025, 247, 1972],
  [2026, 247, 1972],
])('%i has %i working days of %i hours', (year, days, hours) => {
  expect(countYear(year)).toEqual({ days, hours });
});

test.each([
  ['2025-01-08', { isOff: true, isShort: false }],
  ['2025-03-07', { isOff: false, isShort: true }],
  ['2025-11-01', { isOff: false, isShort: true, likeOn: '2025-11-03' }],
  ['2026-01-09', { isOff: true, isShort: false }],
  ['2026-01-12', undefined],
  // Of other years, what the law fixes for all of them.
  ['2027-01-05', { isOff: true, isShort: false }],
  ['2027-02-22', { isOff: false, isShort: true }],
  ['2027-03-08', { isOff: true, isShort: false }],
  ['2027-04-30', { isOff: false, isShort: true }],
  ['2027-05-03', undefined],
  ['2027-05-08', undefined],
  ['2031-01-09', undefined],
])('of %s it says %j', (date, expected) => {
  expect(holidayOn('RU', date)).toEqual(expected);
});

test('every known year names its act', () => {
  for (const [year, source] of knownHolidayYears('RU')) {
    expect(source).toMatch(new RegExp(`${year - 1} № \\d+$`, 'u'));
  }
});
