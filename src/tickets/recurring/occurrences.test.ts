import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkCalendar } from '../../norms/index.ts';
import type { Schedule } from '../api/schedule.ts';
import { comingOccurrences, nextOccurrence, type Timing } from './occurrences.ts';

const weekday = [{ from: '09:00', to: '18:00' }];
const office: WorkCalendar = {
  zone: 'Asia/Tomsk',
  hours: {
    mon: weekday,
    tue: weekday,
    wed: weekday,
    thu: weekday,
    fri: weekday,
    sat: [],
    sun: [],
  },
  holidays: 'RU',
  exceptions: [],
};
const base: Schedule = {
  every: 'day',
  interval: 1,
  weekdays: [],
  dayOfMonth: 1,
  month: 1,
  startsOn: '2026-01-01',
  endsOn: null,
  time: '09:00',
};
const timing = (schedule: Partial<Schedule>, more: Partial<Timing> = {}): Timing => ({
  schedule: { ...base, ...schedule },
  timeZone: 'Asia/Tomsk',
  calendar: null,
  offDays: 'keep',
  ...more,
});
const daysOf = (given: Timing, from: string, count: number): string[] =>
  comingOccurrences(given, new Date(`${from}T00:00:00Z`), count).map(({ on }) => on);

describe('the days on which it falls', () => {
  test.each<[string, Timing, string, string[]]>([
    ['every day', timing({}), '2026-02-27', ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['every third day', timing({ interval: 3 }), '2026-01-02', ['2026-01-04', '2026-01-07']],
    [
      'Mondays and Thursdays',
      timing({ every: 'week', weekdays: [0, 3] }),
      '2026-03-03',
      ['2026-03-05', '2026-03-09', '2026-03-12'],
    ],
    [
      'every other Friday',
      timing({ every: 'week', weekdays: [4], interval: 2, startsOn: '2026-03-02' }),
      '2026-03-01',
      ['2026-03-06', '2026-03-20', '2026-04-03'],
    ],
    [
      'the last of the month',
      timing({ every: 'month', dayOfMonth: 31 }),
      '2026-01-15',
      ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'],
    ],
    [
      'the thirtieth',
      timing({ every: 'month', dayOfMonth: 30 }),
      '2028-01-15',
      ['2028-01-30', '2028-02-29', '2028-03-30'],
    ],
    [
      'every quarter',
      timing({ every: 'month', dayOfMonth: 10, interval: 3 }),
      '2026-02-01',
      ['2026-04-10', '2026-07-10'],
    ],
    [
      '29 February',
      timing({ every: 'year', month: 2, dayOfMonth: 29 }),
      '2026-03-01',
      ['2027-02-28', '2028-02-29'],
    ],
    ['until its end', timing({ endsOn: '2026-03-02' }), '2026-03-01', ['2026-03-01', '2026-03-02']],
    [
      'working days alone',
      timing({}, { calendar: office, offDays: 'skip' }),
      '2026-03-06',
      // 9 March 2026 is a day off after 8 March, a Sunday.
      ['2026-03-06', '2026-03-10', '2026-03-11'],
    ],
    [
      'a day off moved ahead',
      timing({ every: 'month', dayOfMonth: 8 }, { calendar: office, offDays: 'next' }),
      '2026-03-01',
      ['2026-03-10', '2026-04-08'],
    ],
    [
      'a day off moved back',
      timing({ every: 'month', dayOfMonth: 8 }, { calendar: office, offDays: 'previous' }),
      '2026-03-01',
      ['2026-03-06', '2026-04-08'],
    ],
    [
      'two moved to one day',
      timing({ every: 'week', weekdays: [5, 6, 0] }, { calendar: office, offDays: 'next' }),
      '2026-03-13',
      ['2026-03-16', '2026-03-23'],
    ],
  ])('%s', (_, given, from, days) => {
    expect(daysOf(given, from, days.length)).toEqual(days);
  });
});

test.each([
  ['before the clocks leap', '2026-03-27', '2026-03-28T08:30:00.000Z', '09:30'],
  ['after they leapt', '2026-03-28', '2026-03-29T07:30:00.000Z', '09:30'],
  ['a time that they leap over', '2026-03-28', '2026-03-29T01:00:00.000Z', '02:30'],
  ['a time that they show twice', '2026-10-24', '2026-10-25T00:30:00.000Z', '02:30'],
])('%s it is the time of the wall', (_, after, at, time) => {
  const given = timing({ time }, { timeZone: 'Europe/Berlin' });
  const moment = nextOccurrence(given, after)?.at.toISOString();
  // Berlin is an hour ahead of the UTC in winter, two in summer.
  expect(moment).toBe(at);
});

test('whatever the schedule, days follow each other, each once, none outside its time', () => {
  const schedule = fc.record({
    every: fc.constantFrom('day', 'week', 'month', 'year'),
    interval: fc.integer({ min: 1, max: 12 }),
    weekdays: fc.uniqueArray(fc.nat(6), { minLength: 1 }),
    dayOfMonth: fc.integer({ min: 1, max: 31 }),
    month: fc.integer({ min: 1, max: 12 }),
    startsOn: fc.constantFrom('2025-12-31', '2026-02-28', '2026-07-15'),
    endsOn: fc.constantFrom(null, '2027-03-01'),
    time: fc.constantFrom('00:00', '02:30', '23:59'),
  }) as fc.Arbitrary<Schedule>;
  const zone = fc.constantFrom('Asia/Tomsk', 'Europe/Berlin', 'America/St_Johns');
  const way = fc.constantFrom(
    'keep' as const,
    'skip' as const,
    'next' as const,
    'previous' as const,
  );
  fc.assert(
    fc.property(schedule, zone, way, (given, timeZone, offDays) => {
      const when = { schedule: given, timeZone, calendar: office, offDays };
      let last = nextOccurrence(when, '2025-12-01');
      for (let turn = 0; turn < 12 && last; turn += 1) {
        const next = nextOccurrence(when, last.on);
        expect(last.on >= given.startsOn).toBe(true);
        const isLater = next === null || (next.on > last.on && next.at > last.at);
        expect(isLater).toBe(true);
        last = next;
      }
    }),
    { numRuns: 60 },
  );
});
