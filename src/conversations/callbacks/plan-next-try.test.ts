import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOpenAt, roundTheClock, type WorkCalendar } from '../../norms/index.ts';
import { planNextTry } from './plan-next-try.ts';

const delays = [300, 1800, 7200, 86_400];
const day = [{ from: '09:00', to: '18:00' }];
const office: WorkCalendar = {
  zone: 'Europe/Moscow',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  exceptions: [],
};
const always = roundTheClock('Europe/Moscow');

// 2 March 2026 is a Monday; Moscow is three hours ahead.
test.each([
  ['five minutes', always, '2026-03-02T09:00:00Z', 1, '2026-03-02T09:05:00.000Z'],
  ['half an hour', always, '2026-03-02T09:00:00Z', 2, '2026-03-02T09:30:00.000Z'],
  ['two hours', always, '2026-03-02T09:00:00Z', 3, '2026-03-02T11:00:00.000Z'],
  ['the next day', always, '2026-03-02T09:00:00Z', 4, '2026-03-03T09:00:00.000Z'],
  ['within the day', office, '2026-03-02T07:00:00Z', 3, '2026-03-02T09:00:00.000Z'],
  ['in the morning, past closing', office, '2026-03-02T14:58:00Z', 1, '2026-03-03T06:00:00.000Z'],
  ['on Monday, past Friday', office, '2026-03-06T14:00:00Z', 3, '2026-03-09T06:00:00.000Z'],
  [
    'the hour kept, on a day of work',
    office,
    '2026-03-06T10:30:00Z',
    4,
    '2026-03-09T06:00:00.000Z',
  ],
])('%s', (_name, calendar, now, tries, expected) => {
  const at = planNextTry(calendar, new Date(now), tries, delays);
  expect(at?.toISOString()).toBe(expected);
});

test('a whole day keeps the hour of day over a change of clocks', () => {
  const berlin = roundTheClock('Europe/Berlin');
  const at = planNextTry(berlin, new Date('2026-03-28T11:00:00Z'), 1, [86_400]);
  expect(at?.toISOString()).toBe('2026-03-29T10:00:00.000Z');
});

test('the plan ends', () => {
  expect(planNextTry(always, new Date('2026-03-02T09:00:00Z'), 5, delays)).toBeNull();
});

test('a try is later than now and falls into working time', () => {
  const instants = fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2026-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 4 }), (now, tries) => {
      const at = planNextTry(office, now, tries, delays);
      expect(at !== null && at > now && isOpenAt(office, at)).toBe(true);
    }),
  );
});
