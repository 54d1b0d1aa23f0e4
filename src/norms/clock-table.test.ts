import { describe, expect, test } from 'vitest';
import { clockState, type Pause, startClock } from './clock.ts';
import type { DayException, OpenHours, WeekHours, WorkCalendar } from './work-calendar.ts';

// Cases worked out by hand: when a promise is broken, in a calendar, with the clock standing at
// times. Local times carry their own offset, so that each line can be checked with a wall clock.
const open = (from: string, to: string): OpenHours[] => [{ from, to }];
const weekOf = (day: OpenHours[], weekend: OpenHours[] = []): WeekHours => ({
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: weekend,
  sun: weekend,
});
const office = weekOf(open('09:00', '18:00'));
const daily = weekOf(open('09:00', '21:00'), open('09:00', '21:00'));
const lunch = weekOf([
  { from: '09:00', to: '13:00' },
  { from: '14:00', to: '18:00' },
]);
const night = weekOf(open('22:00', '06:00'), open('22:00', '06:00'));

const of = (
  zone: string,
  hours: WorkCalendar['hours'],
  more: Partial<WorkCalendar> = {},
): WorkCalendar => ({ zone, hours, exceptions: [], ...more });

const tomsk = of('Asia/Tomsk', office);
const russia = of('Asia/Tomsk', office, { holidays: 'RU' });
const berlin = of('Europe/Berlin', office);
const berlinNights = of('Europe/Berlin', night);
const berlinAlways = of('Europe/Berlin', 'always');
const newYork = of('America/New_York', office);
const lordHowe = of('Australia/Lord_Howe', 'always');

const h = 3600;
type Stand = [from: string, to: string | null];
type Case = [what: string, calendar: WorkCalendar, start: string, norm: number, due: string];

const dueOf = (calendar: WorkCalendar, start: string, norm: number, stands: Stand[] = []) => {
  const pauses: Pause[] = stands.map(([from, to]) => ({
    from: new Date(from),
    to: to === null ? null : new Date(to),
    reason: 'theirs',
  }));
  const clock = { ...startClock(norm, calendar, new Date(start)), pauses };
  const last = pauses.at(-1);
  const now = last?.to ?? last?.from ?? clock.startedAt;
  return clockState(clock, now).dueAt;
};

describe('a promise in working hours', () => {
  test.each<Case>([
    ['within a day', tomsk, '2026-03-02T09:30+07:00', 2 * h, '2026-03-02T11:30+07:00'],
    ['ends with the day', tomsk, '2026-03-02T16:00+07:00', 2 * h, '2026-03-02T18:00+07:00'],
    ['a second more', tomsk, '2026-03-02T16:00+07:00', 2 * h + 1, '2026-03-03T09:00:01+07:00'],
    ['begins at night', tomsk, '2026-03-02T02:00+07:00', h, '2026-03-02T10:00+07:00'],
    ['begins at closing time', tomsk, '2026-03-02T18:00+07:00', h, '2026-03-03T10:00+07:00'],
    ['over the weekend', tomsk, '2026-03-06T17:30+07:00', h, '2026-03-09T09:30+07:00'],
    ['begins on Saturday', tomsk, '2026-03-07T12:00+07:00', h, '2026-03-09T10:00+07:00'],
    ['three days of work', tomsk, '2026-03-02T09:00+07:00', 27 * h, '2026-03-04T18:00+07:00'],
    ['two weeks of work', tomsk, '2026-03-02T09:00+07:00', 90 * h, '2026-03-13T18:00+07:00'],
    ['over the end of a month', tomsk, '2026-02-27T17:00+07:00', 2 * h, '2026-03-02T10:00+07:00'],
    ['on 29 February', tomsk, '2028-02-29T17:00+07:00', 2 * h, '2028-03-01T10:00+07:00'],
    ['over lunch', of('Asia/Tomsk', lunch), '2026-03-02T12:30+07:00', h, '2026-03-02T14:30+07:00'],
    [
      'begins at lunch',
      of('Asia/Tomsk', lunch),
      '2026-03-02T13:20+07:00',
      h,
      '2026-03-02T15:00+07:00',
    ],
    [
      'every day of the week',
      of('Asia/Tomsk', daily),
      '2026-03-07T20:00+07:00',
      2 * h,
      '2026-03-08T10:00+07:00',
    ],
    [
      'a night shift over midnight',
      of('Asia/Tomsk', night),
      '2026-03-02T23:30+07:00',
      2 * h,
      '2026-03-03T01:30+07:00',
    ],
    [
      'from one night to the next',
      of('Asia/Tomsk', night),
      '2026-03-02T05:30+07:00',
      h,
      '2026-03-02T22:30+07:00',
    ],
  ])('%s', (_, calendar, start, norm, due) => {
    expect(dueOf(calendar, start, norm)).toEqual(new Date(due));
  });
});

describe('where clocks are changed', () => {
  test.each<Case>([
    // Berlin leaves out 02:00–03:00 on 29 March and has it twice on 25 October 2026.
    ['plain hours, spring', berlinAlways, '2026-03-29T01:30+01:00', h, '2026-03-29T03:30+02:00'],
    [
      'plain hours, autumn',
      berlinAlways,
      '2026-10-25T01:30+02:00',
      2 * h,
      '2026-10-25T02:30+01:00',
    ],
    [
      'a whole spring day',
      berlinAlways,
      '2026-03-28T12:00+01:00',
      24 * h,
      '2026-03-29T13:00+02:00',
    ],
    [
      'a whole autumn day',
      berlinAlways,
      '2026-10-24T12:00+02:00',
      24 * h,
      '2026-10-25T11:00+01:00',
    ],
    ['an office, over spring', berlin, '2026-03-27T17:00+01:00', 2 * h, '2026-03-30T10:00+02:00'],
    ['an office, over autumn', berlin, '2026-10-23T17:00+02:00', 2 * h, '2026-10-26T10:00+01:00'],
    ['a week over spring', berlin, '2026-03-27T09:00+01:00', 45 * h, '2026-04-02T18:00+02:00'],
    ['a short night', berlinNights, '2026-03-28T22:00+01:00', 7 * h, '2026-03-29T06:00+02:00'],
    ['a long night', berlinNights, '2026-10-24T22:00+02:00', 9 * h, '2026-10-25T06:00+01:00'],
    [
      'one second beyond a short night',
      berlinNights,
      '2026-03-28T22:00+01:00',
      7 * h + 1,
      '2026-03-29T22:00:01+02:00',
    ],
    [
      // A time that is left out is the moment of the leap, 03:00.
      'an opening in the hour that is left out',
      of('Europe/Berlin', weekOf([], open('02:30', '05:00'))),
      '2026-03-29T00:00+01:00',
      h,
      '2026-03-29T04:00+02:00',
    ],
    ['New York, spring', newYork, '2026-03-06T17:00-05:00', 2 * h, '2026-03-09T10:00-04:00'],
    ['New York, autumn', newYork, '2026-10-30T17:00-04:00', 2 * h, '2026-11-02T10:00-05:00'],
    ['half an hour back', lordHowe, '2026-04-05T01:00+11:00', 2 * h, '2026-04-05T02:30+10:30'],
    ['half an hour on', lordHowe, '2026-10-04T01:00+10:30', 2 * h, '2026-10-04T03:30+11:00'],
    ['Tomsk changes nothing', tomsk, '2026-03-27T17:00+07:00', 2 * h, '2026-03-30T10:00+07:00'],
  ])('%s', (_, calendar, start, norm, due) => {
    expect(dueOf(calendar, start, norm)).toEqual(new Date(due));
  });
});

describe('with the public holidays of Russia', () => {
  const closed: DayException[] = [{ on: '2026-03-03', kind: 'closed' }];
  const duty: DayException[] = [{ on: '2026-01-03', kind: 'hours', hours: open('10:00', '14:00') }];
  test.each<Case>([
    ['the New Year', russia, '2025-12-30T17:00+07:00', 2 * h, '2026-01-12T10:00+07:00'],
    [
      'New Year’s Eve is off in 2025',
      russia,
      '2025-12-31T10:00+07:00',
      h,
      '2026-01-12T10:00+07:00',
    ],
    ['23 February', russia, '2026-02-20T17:30+07:00', h, '2026-02-24T09:30+07:00'],
    ['8 March, moved to Monday', russia, '2026-03-06T17:30+07:00', h, '2026-03-10T09:30+07:00'],
    ['a short eve of May', russia, '2026-04-30T16:30+07:00', h, '2026-05-04T09:30+07:00'],
    ['9 May, moved to Monday', russia, '2026-05-08T16:30+07:00', h, '2026-05-12T09:30+07:00'],
    ['12 June after a short day', russia, '2026-06-11T16:30+07:00', h, '2026-06-15T09:30+07:00'],
    ['4 November after a short day', russia, '2026-11-03T16:30+07:00', h, '2026-11-05T09:30+07:00'],
    [
      'a Saturday that works, shorter',
      russia,
      '2025-11-01T16:30+07:00',
      h,
      '2025-11-05T09:30+07:00',
    ],
    ['into a Saturday that works', russia, '2025-10-31T17:30+07:00', h, '2025-11-01T09:30+07:00'],
    ['May of 2025', russia, '2025-04-30T16:30+07:00', h, '2025-05-05T09:30+07:00'],
    ['8 and 9 May of 2025', russia, '2025-05-07T17:30+07:00', h, '2025-05-12T09:30+07:00'],
    ['June of 2025', russia, '2025-06-11T16:30+07:00', h, '2025-06-16T09:30+07:00'],
    [
      'the operator’s own day off',
      of('Asia/Tomsk', office, { holidays: 'RU', exceptions: closed }),
      '2026-03-02T17:30+07:00',
      h,
      '2026-03-04T09:30+07:00',
    ],
    [
      'on duty in the holidays',
      of('Asia/Tomsk', office, { holidays: 'RU', exceptions: duty }),
      '2026-01-01T12:00+07:00',
      h,
      '2026-01-03T11:00+07:00',
    ],
    [
      'round the clock but for holidays',
      of('Asia/Tomsk', 'always', { holidays: 'RU' }),
      '2026-02-22T23:00+07:00',
      2 * h,
      '2026-02-24T01:00+07:00',
    ],
  ])('%s', (_, calendar, start, norm, due) => {
    expect(dueOf(calendar, start, norm)).toEqual(new Date(due));
  });
});

describe('with a clock that stood', () => {
  const mon = (time: string): string => `2026-03-02T${time}+07:00`;
  const tue = (time: string): string => `2026-03-03T${time}+07:00`;
  const start = mon('10:00');
  test.each<[string, WorkCalendar, [string, number], Stand[], string]>([
    ['an hour at work', tomsk, [start, 2 * h], [[mon('11:00'), mon('12:00')]], mon('13:00')],
    ['from the very start', tomsk, [start, 2 * h], [[start, mon('12:00')]], mon('14:00')],
    ['at night only', tomsk, [start, 10 * h], [[mon('20:00'), tue('06:00')]], tue('11:00')],
    ['over closing time', tomsk, [start, 8 * h], [[mon('17:00'), tue('10:00')]], tue('11:00')],
    ['until closing time', tomsk, [start, 8 * h], [[mon('17:00'), mon('18:00')]], tue('10:00')],
    ['from closing time on', tomsk, [start, 9 * h], [[mon('18:00'), tue('09:30')]], tue('10:30')],
    [
      'over a weekend',
      tomsk,
      ['2026-03-06T10:00+07:00', 9 * h],
      [['2026-03-06T17:00+07:00', '2026-03-09T10:00+07:00']],
      '2026-03-09T12:00+07:00',
    ],
    [
      'over a holiday with its transfer',
      russia,
      ['2026-03-06T10:00+07:00', 9 * h],
      [['2026-03-06T17:00+07:00', '2026-03-10T10:00+07:00']],
      '2026-03-10T12:00+07:00',
    ],
    [
      'over the hour that is left out',
      berlinAlways,
      ['2026-03-29T00:00+01:00', 2 * h],
      [['2026-03-29T01:00+01:00', '2026-03-29T04:00+02:00']],
      '2026-03-29T05:00+02:00',
    ],
    [
      'over the hour that comes twice',
      berlinAlways,
      ['2026-10-25T00:00+02:00', 2 * h],
      [['2026-10-25T01:00+02:00', '2026-10-25T04:00+01:00']],
      '2026-10-25T05:00+01:00',
    ],
    [
      'twice in a day',
      tomsk,
      [start, 3 * h],
      [
        [mon('11:00'), mon('12:00')],
        [mon('13:00'), mon('14:00')],
      ],
      mon('15:00'),
    ],
    [
      'twice with nothing between',
      tomsk,
      [start, 3 * h],
      [
        [mon('11:00'), mon('12:00')],
        [mon('12:00'), mon('13:00')],
      ],
      mon('15:00'),
    ],
    ['and still stands', tomsk, [start, 2 * h], [[mon('11:00'), null]], mon('12:00')],
    ['after it was broken', tomsk, [start, h], [[mon('12:00'), mon('15:00')]], mon('11:00')],
    ['at the last second', tomsk, [start, h], [[mon('11:00'), mon('15:00')]], mon('15:00')],
    [
      'over lunch',
      of('Asia/Tomsk', lunch),
      [start, 4 * h],
      [[mon('12:00'), mon('15:00')]],
      mon('17:00'),
    ],
  ])('%s', (_, calendar, [from, norm], stands, due) => {
    expect(dueOf(calendar, from, norm, stands)).toEqual(new Date(due));
  });
});
