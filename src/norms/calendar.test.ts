import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addWorkingTime, isOpenAt, nextOpening, workingSecondsBetween } from './calendar.ts';
import {
  type DayException,
  type OpenHours,
  roundTheClock,
  secondsOfTime,
  type WeekHours,
  type WorkCalendar,
  weekdays,
} from './work-calendar.ts';

const day: OpenHours[] = [{ from: '09:00', to: '18:00' }];
const officeWeek: WeekHours = {
  mon: day,
  tue: day,
  wed: day,
  thu: day,
  fri: day,
  sat: [],
  sun: [],
};

function office(zone = 'Asia/Tomsk', more: Partial<WorkCalendar> = {}): WorkCalendar {
  return { zone, hours: officeWeek, exceptions: [], ...more };
}

function dueIn(calendar: WorkCalendar, start: string, seconds: number) {
  const due = addWorkingTime(calendar, new Date(start), seconds);
  return due.ok ? due.at.toISOString() : due.code;
}

const hour = 3600;

describe('a deadline in an office of Tomsk (UTC+7)', () => {
  test.each([
    ['within the day', '2026-03-02T10:00:00+07:00', hour, '2026-03-02T04:00:00.000Z'],
    ['at closing time', '2026-03-02T10:00:00+07:00', 8 * hour, '2026-03-02T11:00:00.000Z'],
    ['next morning', '2026-03-02T17:59:30+07:00', 60, '2026-03-03T02:00:30.000Z'],
    ['before opening', '2026-03-02T03:00:00+07:00', 60, '2026-03-02T02:01:00.000Z'],
    ['over a weekend', '2026-03-06T17:00:00+07:00', 2 * hour, '2026-03-09T03:00:00.000Z'],
    ['at once', '2026-03-07T12:00:00+07:00', 0, '2026-03-07T05:00:00.000Z'],
    ['a working week', '2026-03-02T09:00:00+07:00', 45 * hour, '2026-03-06T11:00:00.000Z'],
  ])('%s', (_, start, seconds, due) => {
    expect(dueIn(office(), start, seconds)).toBe(due);
  });

  test.each<[string, DayException[], string]>([
    ['closed', [{ on: '2026-03-03', kind: 'closed' }], '2026-03-04T02:30:00.000Z'],
    [
      'short',
      [{ on: '2026-03-02', kind: 'short', shorterBySeconds: hour }],
      '2026-03-03T03:30:00.000Z',
    ],
    [
      'other hours',
      [{ on: '2026-03-03', kind: 'hours', hours: [{ from: '12:00', to: '13:00' }] }],
      '2026-03-03T05:30:00.000Z',
    ],
    [
      'extra hours',
      [{ on: '2026-03-02', kind: 'extra', hours: [{ from: '18:00', to: '20:00' }] }],
      '2026-03-02T11:30:00.000Z',
    ],
  ])('around a day that is %s', (_, exceptions, due) => {
    const calendar = office('Asia/Tomsk', { exceptions });
    expect(dueIn(calendar, '2026-03-02T16:30:00+07:00', 2 * hour)).toBe(due);
  });

  test('with the holidays of Russia, and a warning where they are not known', () => {
    const calendar = office('Asia/Tomsk', { holidays: 'RU' });
    expect(dueIn(calendar, '2025-12-30T17:00:00+07:00', 2 * hour)).toBe('2026-01-12T03:00:00.000Z');
    // Saturday, 1 November 2025 works as the Monday it replaces, an hour less.
    expect(dueIn(calendar, '2025-10-31T17:00:00+07:00', 9 * hour)).toBe('2025-11-01T10:00:00.000Z');
    expect(dueIn(calendar, '2026-12-30T17:00:00+07:00', 2 * hour)).toBe('2027-01-11T03:00:00.000Z');
    const far = addWorkingTime(calendar, new Date('2031-05-06T05:00:00Z'), hour);
    expect(far).toMatchObject({ ok: true, unknownYears: [2031] });
    const near = addWorkingTime(calendar, new Date('2026-05-06T05:00:00Z'), hour);
    expect(near).toMatchObject({ ok: true, unknownYears: [] });
  });

  test('an exception of the operator goes before a holiday', () => {
    const exceptions: DayException[] = [
      { on: '2026-01-02', kind: 'hours', hours: [{ from: '10:00', to: '12:00' }] },
    ];
    const calendar = office('Asia/Tomsk', { holidays: 'RU', exceptions });
    expect(dueIn(calendar, '2026-01-01T12:00:00+07:00', hour)).toBe('2026-01-02T04:00:00.000Z');
  });
});

test('a night shift belongs to the day on which it begins', () => {
  const night: OpenHours[] = [{ from: '22:00', to: '06:00' }];
  const hours: WeekHours = { ...officeWeek, mon: night, tue: [] };
  const calendar = office('Europe/Moscow', { hours });
  expect(isOpenAt(calendar, new Date('2026-03-03T05:00:00+03:00'))).toBe(true);
  expect(isOpenAt(calendar, new Date('2026-03-03T06:00:00+03:00'))).toBe(false);
  const closed = { ...calendar, exceptions: [{ on: '2026-03-03', kind: 'closed' as const }] };
  expect(isOpenAt(closed, new Date('2026-03-03T05:00:00+03:00'))).toBe(true);
});

test('hours that overlap across midnight are counted once', () => {
  const long: OpenHours[] = [{ from: '06:00', to: '06:00' }];
  const hours: WeekHours = { ...officeWeek, mon: long, tue: [{ from: '00:00', to: '12:00' }] };
  const calendar = office('UTC', { hours });
  const [from, to] = [new Date('2026-03-02T00:00:00Z'), new Date('2026-03-04T00:00:00Z')];
  expect(workingSecondsBetween(calendar, from, to).seconds).toBe(30 * hour);
});

test('nights on which clocks change have an hour less or more', () => {
  const calendar = { ...roundTheClock('Europe/Berlin'), holidays: 'RU' as const };
  const week: WeekHours = { ...officeWeek, sun: [{ from: '00:00', to: '24:00' }] };
  const sunday = (date: string) =>
    workingSecondsBetween(
      { ...calendar, hours: week, holidays: null },
      new Date(`${date}T00:00:00Z`),
      new Date(Date.parse(`${date}T00:00:00Z`) + 24 * hour * 1000),
    ).seconds;
  expect(sunday('2026-03-29')).toBe(22 * hour);
  expect(sunday('2026-10-25')).toBe(23 * hour);
});

test('a calendar that never opens says so, and a wrong length is a bug', () => {
  const none: WeekHours = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] };
  const calendar = office('UTC', { hours: none });
  expect(dueIn(calendar, '2026-03-02T00:00:00Z', 1)).toBe('never_open');
  expect(nextOpening(calendar, new Date('2026-03-02T00:00:00Z')).ok).toBe(false);
  expect(() => addWorkingTime(office(), new Date(0), -1)).toThrow(RangeError);
  expect(() => addWorkingTime(office(), new Date(0), Number.NaN)).toThrow(RangeError);
});

const times = fc.integer({ min: 0, max: 47 }).map((half) => {
  const hours = String(Math.floor(half / 2)).padStart(2, '0');
  return `${hours}:${half % 2 === 0 ? '00' : '30'}`;
});
const shifts = fc.array(fc.record({ from: times, to: times }), { maxLength: 2 });
const dates = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 2, 10 + days)).toISOString().slice(0, 10));
const exceptionDays: fc.Arbitrary<DayException> = fc.oneof(
  fc.record({ on: dates, kind: fc.constant('closed' as const) }),
  fc.record({ on: dates, kind: fc.constant('hours' as const), hours: shifts }),
  fc.record({ on: dates, kind: fc.constant('extra' as const), hours: shifts }),
  fc.record({
    on: dates,
    kind: fc.constant('short' as const),
    shorterBySeconds: fc.constant(5400),
  }),
);
const calendars: fc.Arbitrary<WorkCalendar> = fc.record({
  zone: fc.constantFrom('Asia/Tomsk', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
  hours: fc
    .record({
      mon: shifts,
      tue: shifts,
      wed: shifts,
      thu: shifts,
      fri: shifts,
      sat: shifts,
      sun: shifts,
    })
    .filter((week) => weekdays.some((weekday) => week[weekday].length > 0)),
  holidays: fc.constantFrom('RU' as const, null),
  exceptions: fc.array(exceptionDays, { maxLength: 4 }),
});
/** Whole minutes of two months in which clocks change in every zone above that changes them. */
const moments = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 2, 10) + minutes * 60_000));
const norms = fc.integer({ min: 0, max: 40 * hour });

describe('for any calendar', () => {
  test('time adds up', () => {
    fc.assert(
      fc.property(calendars, moments, moments, moments, (calendar, a, b, c) => {
        const seconds = (from: Date, to: Date) => workingSecondsBetween(calendar, from, to).seconds;
        expect(seconds(a, b) + seconds(b, c)).toBe(seconds(a, c));
        expect(seconds(a, b)).toBe(-seconds(b, a) + 0);
      }),
    );
  });

  test('a deadline is the earliest instant with its seconds of work behind it', () => {
    fc.assert(
      fc.property(calendars, moments, norms, (calendar, start, seconds) => {
        const due = addWorkingTime(calendar, start, seconds);
        fc.pre(due.ok);
        expect(workingSecondsBetween(calendar, start, due.at).seconds).toBe(seconds);
        const before = new Date(due.at.getTime() - 1);
        const isEarliest = workingSecondsBetween(calendar, start, before).seconds < seconds;
        expect(isEarliest || seconds === 0).toBe(true);
      }),
    );
  });

  test('a deadline in two steps is the deadline in one', () => {
    fc.assert(
      fc.property(calendars, moments, norms, norms, (calendar, start, a, b) => {
        const first = addWorkingTime(calendar, start, a);
        fc.pre(first.ok && b > 0);
        expect(addWorkingTime(calendar, first.at, b)).toMatchObject({
          at: (addWorkingTime(calendar, start, a + b) as { at?: Date }).at,
        });
      }),
    );
  });

  test('later starts and longer norms are never due earlier', () => {
    fc.assert(
      fc.property(calendars, moments, moments, norms, norms, (calendar, a, b, c, d) => {
        const due = (start: Date, seconds: number) => {
          const result = addWorkingTime(calendar, start, seconds);
          return result.ok ? result.at.getTime() : Number.POSITIVE_INFINITY;
        };
        const [early, late] = a < b ? [a, b] : [b, a];
        expect(due(late, c)).toBeGreaterThanOrEqual(due(early, c));
        expect(due(a, Math.max(c, d))).toBeGreaterThanOrEqual(due(a, Math.min(c, d)));
      }),
    );
  });

  test('after the next opening it is open, and until then closed', () => {
    fc.assert(
      fc.property(calendars, moments, (calendar, at) => {
        const opening = nextOpening(calendar, at);
        fc.pre(opening.ok);
        expect(isOpenAt(calendar, opening.at)).toBe(true);
        expect(workingSecondsBetween(calendar, at, opening.at).seconds).toBe(0);
      }),
    );
  });
});

test('round the clock is plain time', () => {
  fc.assert(
    fc.property(moments, norms, fc.boolean(), (start, seconds, isWalked) => {
      // An exception far away makes the walk go through days instead of the short way.
      const far: DayException[] = [{ on: '1999-01-01', kind: 'closed' }];
      const calendar = { ...roundTheClock('Europe/Berlin'), exceptions: isWalked ? far : [] };
      const due = new Date(start.getTime() + seconds * 1000);
      expect(addWorkingTime(calendar, start, seconds)).toMatchObject({ at: due });
      expect(workingSecondsBetween(calendar, start, due).seconds).toBe(seconds);
    }),
  );
});

test('agrees with a count of minutes on the wall clock', () => {
  const plain = calendars.map((calendar) => ({ ...calendar, holidays: null, exceptions: [] }));
  fc.assert(
    fc.property(plain, moments, fc.integer({ min: 1, max: 1500 }), (calendar, start, minutes) => {
      let open = 0;
      for (let at = 0; at < minutes; at += 1) {
        if (isOpenByWallClock(calendar, start.getTime() + at * 60_000)) open += 60;
      }
      const end = new Date(start.getTime() + minutes * 60_000);
      const counted = workingSecondsBetween(calendar, start, end).seconds;
      // A shift whose edge falls into a repeated hour is read by its first showing, which a count
      // of wall-clock minutes cannot tell apart: at most that hour may differ.
      expect(Math.abs(counted - open)).toBeLessThanOrEqual(
        hasRepeatedHour(calendar.zone, start, end) ? hour : 0,
      );
    }),
    { numRuns: 40 },
  );
});

function isOpenByWallClock(calendar: WorkCalendar, ms: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(calendar.zone);
  const seconds = local.hour * hour + local.minute * 60;
  const { hours } = calendar;
  if (hours === 'always') return true;
  const today = hours[weekdays[local.dayOfWeek - 1]!];
  const yesterday = hours[weekdays[(local.dayOfWeek + 5) % 7]!];
  const spans = (list: readonly OpenHours[]) =>
    list.map(({ from, to }) => [secondsOfTime(from)!, secondsOfTime(to)!] as const);
  return (
    spans(today).some(([from, to]) => seconds >= from && (seconds < to || to <= from)) ||
    spans(yesterday).some(([from, to]) => to <= from && seconds < to)
  );
}

function hasRepeatedHour(zone: string, from: Date, to: Date): boolean {
  const offset = (at: Date) =>
    Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).offsetNanoseconds;
  return offset(from) > offset(to);
}
