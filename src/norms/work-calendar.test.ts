import { expect, test } from 'vitest';
import {
  calendarProblems,
  type DayException,
  type OpenHours,
  roundTheClock,
  secondsOfTime,
  type WorkCalendar,
} from './work-calendar.ts';

function calendarWith(monday: OpenHours[], exceptions: DayException[] = []): WorkCalendar {
  const none: OpenHours[] = [];
  const hours = { mon: monday, tue: none, wed: none, thu: none, fri: none, sat: none, sun: none };
  return { zone: 'Asia/Tomsk', hours, exceptions };
}

test.each([
  ['09:00', 32_400],
  ['00:00', 0],
  ['24:00', 86_400],
  ['24:01', undefined],
  ['9:00', undefined],
  ['09:60', undefined],
])('%s is %s seconds after midnight', (time, seconds) => {
  expect(secondsOfTime(time)).toBe(seconds);
});

test('calendars that can be used have no problems', () => {
  expect(calendarProblems(roundTheClock('Europe/Moscow'))).toEqual([]);
  const shifts = [
    { from: '09:00', to: '13:00' },
    { from: '14:00', to: '18:00' },
    { from: '22:00', to: '06:00' },
  ];
  expect(calendarProblems(calendarWith(shifts, [{ on: '2026-12-31', kind: 'closed' }]))).toEqual(
    [],
  );
});

test.each<[string, WorkCalendar, object]>([
  ['zone', roundTheClock('Asia/Nowhere'), { code: 'bad_zone' }],
  ['week without hours', calendarWith([]), { code: 'never_open' }],
  ['time', calendarWith([{ from: '9', to: '18:00' }]), { code: 'bad_time', where: 'mon' }],
  ['start', calendarWith([{ from: '24:00', to: '18:00' }]), { code: 'bad_time', where: 'mon' }],
  [
    'overlap',
    calendarWith([
      { from: '09:00', to: '14:00' },
      { from: '13:00', to: '18:00' },
    ]),
    { code: 'overlapping_hours', where: 'mon' },
  ],
  [
    'date',
    calendarWith([{ from: '09:00', to: '18:00' }], [{ on: '2026-02-30', kind: 'closed' }]),
    { code: 'bad_date', where: '2026-02-30' },
  ],
  [
    'date twice',
    calendarWith(
      [{ from: '09:00', to: '18:00' }],
      [
        { on: '2026-02-03', kind: 'closed' },
        { on: '2026-02-03', kind: 'closed' },
      ],
    ),
    { code: 'repeated_date', where: '2026-02-03' },
  ],
])('a wrong %s is named', (_, calendar, problem) => {
  expect(calendarProblems(calendar)).toEqual([problem]);
});
