import { Temporal } from 'temporal-polyfill';
import type { HolidayCountry } from './holidays/holidays.ts';

/** From `HH:MM` to `HH:MM` (`24:00` allowed); an end not after the start is on the next day. */
export type OpenHours = { from: string; to: string };

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
export type WeekHours = Readonly<Record<Weekday, readonly OpenHours[]>>;

/**
 * What differs on one date: no work, other hours instead, hours besides, or an earlier end. It
 * goes before what the country's holidays say.
 */
export type DayException = { on: string; name?: string } & (
  | { kind: 'closed' }
  | { kind: 'hours'; hours: readonly OpenHours[] }
  | { kind: 'extra'; hours: readonly OpenHours[] }
  | { kind: 'short'; shorterBySeconds: number }
);

/** When an operator works. Values are not changed after they are made. */
export type WorkCalendar = {
  readonly name?: string;
  /** IANA time zone, `Asia/Tomsk`. */
  readonly zone: string;
  /** `always` is round the clock. */
  readonly hours: 'always' | WeekHours;
  /** Whose public holidays apply, if any. */
  readonly holidays?: HolidayCountry | null;
  readonly exceptions: readonly DayException[];
};

export type CalendarProblem =
  | { code: 'bad_zone' }
  | { code: 'never_open' }
  | { code: 'bad_time'; where: string }
  | { code: 'overlapping_hours'; where: string }
  | { code: 'bad_date'; where: string }
  | { code: 'repeated_date'; where: string };

/** The round-the-clock calendar, an operator's unless another is set. */
export function roundTheClock(zone: string): WorkCalendar {
  return { zone, hours: 'always', exceptions: [] };
}

/** Seconds after midnight of `HH:MM`, up to `24:00`; undefined for what is no time. */
export function secondsOfTime(time: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/u.exec(time) ?? [];
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return hours == null || seconds > 86_400 ? undefined : seconds;
}

/** What must be mended before a calendar can be used; `where` is a weekday or a date. */
export function calendarProblems(calendar: WorkCalendar): CalendarProblem[] {
  const problems: CalendarProblem[] = [];
  if (!isZone(calendar.zone)) problems.push({ code: 'bad_zone' });
  if (calendar.hours !== 'always') {
    const week = calendar.hours;
    for (const weekday of weekdays) problems.push(...hoursProblems(week[weekday], weekday));
    if (weekdays.every((weekday) => week[weekday].length === 0)) {
      problems.push({ code: 'never_open' });
    }
  }
  const seen = new Set<string>();
  for (const exception of calendar.exceptions) {
    const { on, kind } = exception;
    if (!isDate(on)) problems.push({ code: 'bad_date', where: on });
    if (seen.has(`${on} ${kind}`)) problems.push({ code: 'repeated_date', where: on });
    seen.add(`${on} ${kind}`);
    if (kind === 'hours' || kind === 'extra') problems.push(...hoursProblems(exception.hours, on));
  }
  return problems;
}

function hoursProblems(hours: readonly OpenHours[], where: string): CalendarProblem[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of hours) {
    const start = secondsOfTime(from);
    const end = secondsOfTime(to);
    if (start == null || end == null || start === 86_400) return [{ code: 'bad_time', where }];
    spans.push({ from: start, to: end > start ? end : end + 86_400 });
  }
  const sorted = spans.toSorted((a, b) => a.from - b.from);
  const isOverlapping = sorted.some((span, index) => span.from < (sorted[index - 1]?.to ?? 0));
  return isOverlapping ? [{ code: 'overlapping_hours', where }] : [];
}

function isZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).offset !== '';
  } catch {
    return false;
  }
}

function isDate(date: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/u.test(date)) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
