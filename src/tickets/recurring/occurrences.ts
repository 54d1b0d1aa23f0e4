import {
  dateOfDay,
  dayOfDate,
  openingsOfDay,
  wallToMs,
  weekdayOfDay,
  type WorkCalendar,
} from '../../norms/index.ts';
import type { Schedule } from '../api/schedule.ts';
import type { offDays } from '../api/schedule-words.ts';

/** A schedule with all that decides on which days it falls. */
export type Timing = {
  schedule: Schedule;
  timeZone: string;
  /** Whose days off are asked about; null where none are. */
  calendar: WorkCalendar | null;
  offDays: (typeof offDays)[number];
};

export type Occurrence = { on: string; at: Date };

/** No calendar is closed for longer; one that is has no day to move to. */
const MOST_DAYS_OFF = 31;
/** Twelve years, which is the longest interval, and a little more. */
const LOOKS_AHEAD_DAYS = 13 * 366;

/**
 * The first day after `after` on which a schedule falls, moved from days off; two that are moved
 * to the same day are one.
 * @returns null where it has come to its end
 */
export function nextOccurrence(timing: Timing, after: string): Occurrence | null {
  const { schedule, timeZone } = timing;
  const start = dayOfDate(schedule.startsOn);
  const end = schedule.endsOn === null ? Infinity : dayOfDate(schedule.endsOn);
  const passed = dayOfDate(after);
  // What was moved ahead may have fallen on a day before.
  const from = Math.max(start, passed - MOST_DAYS_OFF);
  const until = Math.min(end, from + LOOKS_AHEAD_DAYS);
  for (let day = from; day <= until; day += 1) {
    if (!fallsOn(schedule, start, day)) continue;
    const moved = movedFrom(timing, day);
    if (moved === null || moved <= passed || moved < start) continue;
    const at = new Date(wallToMs(timeZone, moved, secondsOf(schedule.time)));
    return { on: dateOfDay(moved), at };
  }
  return null;
}

/** The next ones whose time is still to come. */
export function comingOccurrences(timing: Timing, now: Date, count: number): Occurrence[] {
  const found: Occurrence[] = [];
  // Two days before, for wherever the zone is, it may be a day earlier there.
  let next = nextOccurrence(timing, dateOfDay(Math.floor(now.getTime() / DAY_MS) - 2));
  while (next && found.length < count) {
    if (next.at > now) found.push(next);
    next = nextOccurrence(timing, next.on);
  }
  return found;
}

const DAY_MS = 86_400_000;

const secondsOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
};

/** Whether a schedule names this day, whatever day it is. */
function fallsOn(schedule: Schedule, start: number, day: number): boolean {
  const { every, interval, weekdays, dayOfMonth, month } = schedule;
  if (every === 'day') return (day - start) % interval === 0;
  if (every === 'week') {
    const weeks = (mondayOf(day) - mondayOf(start)) / 7;
    return weeks % interval === 0 && weekdays.includes(weekdayOfDay(day));
  }
  const [date, begin] = [partsOf(day), partsOf(start)];
  const last = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  if (date.day !== Math.min(dayOfMonth, last)) return false;
  if (every === 'year') return date.month === month && (date.year - begin.year) % interval === 0;
  return ((date.year - begin.year) * 12 + date.month - begin.month) % interval === 0;
}

const mondayOf = (day: number): number => day - weekdayOfDay(day);

function partsOf(dayNumber: number): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = dateOfDay(dayNumber).split('-').map(Number);
  return { year, month, day };
}

/** The day itself, or what becomes of it on a day off; null where it is left out. */
function movedFrom({ calendar, offDays: way }: Timing, day: number): number | null {
  if (!calendar || way === 'keep') return day;
  const step = way === 'previous' ? -1 : 1;
  for (let moved = day; Math.abs(moved - day) <= MOST_DAYS_OFF; moved += step) {
    if (openingsOfDay(calendar, moved).length > 0) return moved;
    if (way === 'skip') return null;
  }
  return null;
}
