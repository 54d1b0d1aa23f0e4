import { expect, test } from 'vitest';
import { startClock } from './clock.ts';
import { whyDeadline } from './why-deadline.ts';
import { roundTheClock, type WeekHours, type WorkCalendar } from './work-calendar.ts';

const day = [{ from: '09:00', to: '18:00' }];
const week: WeekHours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const office: WorkCalendar = {
  name: 'Office',
  zone: 'Asia/Tomsk',
  hours: week,
  holidays: 'RU',
  exceptions: [{ on: '2026-05-04', kind: 'closed', name: 'Inventory' }],
};

function tomsk(local: string): Date {
  return new Date(`${local}:00+07:00`);
}

test('a deadline over holidays tells each day that differs', () => {
  const clock = startClock(10 * 3600, office, tomsk('2026-04-29T20:00'));
  expect(whyDeadline(clock, tomsk('2026-04-29T20:00'))).toEqual({
    normSeconds: 36_000,
    startedAt: tomsk('2026-04-29T20:00'),
    countedFrom: tomsk('2026-04-30T09:00'),
    calendarName: 'Office',
    zone: 'Asia/Tomsk',
    isRoundTheClock: false,
    pauses: [],
    pausedSeconds: 0,
    unusualDays: [
      { on: '2026-04-30', reason: 'short_holiday_eve', name: null },
      { on: '2026-05-01', reason: 'holiday', name: null },
      { on: '2026-05-04', reason: 'closed', name: 'Inventory' },
    ],
    dueAt: tomsk('2026-05-05T11:00'),
    isMoving: false,
    unknownYears: [],
  });
});

test('a Saturday made working is told too', () => {
  const clock = startClock(9 * 3600, office, tomsk('2025-10-31T17:00'));
  expect(whyDeadline(clock, tomsk('2025-10-31T17:00')).unusualDays).toEqual([
    { on: '2025-11-01', reason: 'moved_workday', name: null },
  ]);
});

test('pauses are told with the working time they kept out', () => {
  const clock = startClock(3600, office, tomsk('2026-03-02T17:30'));
  const from = tomsk('2026-03-02T17:45');
  const paused = { ...clock, pauses: [{ from, to: null, reason: 'waiting' }] };
  expect(whyDeadline(paused, tomsk('2026-03-03T09:30'))).toMatchObject({
    pauses: [{ reason: 'waiting', workingSeconds: 45 * 60, to: null }],
    pausedSeconds: 45 * 60,
    dueAt: tomsk('2026-03-03T10:15'),
    isMoving: true,
  });
  const to = tomsk('2026-03-03T09:30');
  const resumed = { ...clock, pauses: [{ from, to, reason: 'waiting' }] };
  expect(whyDeadline(resumed, tomsk('2026-03-04T09:00'))).toMatchObject({
    dueAt: tomsk('2026-03-03T10:15'),
    isMoving: false,
  });
});

test('round the clock there is little to tell', () => {
  const clock = startClock(60, roundTheClock('Asia/Tomsk'), tomsk('2026-01-01T03:00'));
  expect(whyDeadline(clock, tomsk('2026-01-01T03:00'))).toMatchObject({
    isRoundTheClock: true,
    countedFrom: tomsk('2026-01-01T03:00'),
    dueAt: new Date(tomsk('2026-01-01T03:00').getTime() + 60_000),
    unusualDays: [],
  });
});

test('a year without known holidays is a warning', () => {
  const clock = startClock(3600, office, tomsk('2031-01-02T10:00'));
  expect(whyDeadline(clock, tomsk('2031-01-02T10:00')).unknownYears).toEqual([2031]);
});
