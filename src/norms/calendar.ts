import { isUnknownYear, type Opening, openingsOfDay } from './openings.ts';
import { dateOfDay, localDay } from './wall-time.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * Years in which the calendar's public holidays are not known: the answer takes every working day
 * of them as usual, and a screen says so.
 */
export type WithWarnings = { unknownYears: number[] };

export type DueResult =
  | ({ ok: true; at: Date } & WithWarnings)
  | ({ ok: false; code: 'never_open' } & WithWarnings);

/** A calendar without an opening in so many days has none worth waiting for. */
const longestClosedDays = 800;

/** No norm is longer; it bounds the days that an answer walks through. */
const longestNormSeconds = 10 * 366 * 86_400;

/**
 * The instant by which so many seconds (from 0 to ten years) of work have passed since `start`:
 * the earliest such, so a norm that ends with the working day is due at closing time. Zero seconds
 * are due at once, open or not.
 */
export function addWorkingTime(calendar: WorkCalendar, start: Date, seconds: number): DueResult {
  if (!(seconds >= 0 && seconds <= longestNormSeconds)) {
    throw new RangeError(`Not a norm's length: ${seconds}`);
  }
  const startMs = start.getTime();
  let leftMs = seconds * 1000;
  if (leftMs === 0 || isPlain(calendar)) return due(startMs + leftMs, new Set());
  const walk = openWalk(calendar, startMs);
  for (const { fromMs, toMs } of walk.openings) {
    if (toMs - fromMs >= leftMs) return due(fromMs + leftMs, walk.unknownYears);
    leftMs -= toMs - fromMs;
  }
  return { ok: false, code: 'never_open', unknownYears: [...walk.unknownYears] };
}

/** Seconds of work between two instants; negative when `to` is before `from`. */
export function workingSecondsBetween(
  calendar: WorkCalendar,
  from: Date,
  to: Date,
): { seconds: number } & WithWarnings {
  const [a, b] = [from.getTime(), to.getTime()];
  if (isPlain(calendar)) return { seconds: (b - a) / 1000, unknownYears: [] };
  const walk = openWalk(calendar, Math.min(a, b), Math.max(a, b));
  let totalMs = 0;
  for (const { fromMs, toMs } of walk.openings) totalMs += toMs - fromMs;
  // Adding zero turns the -0 of an empty stretch into 0.
  const seconds = (a <= b ? totalMs : -totalMs) / 1000 + 0;
  return { seconds, unknownYears: [...walk.unknownYears] };
}

/** When work next goes on: `at` itself while open. */
export function nextOpening(calendar: WorkCalendar, at: Date): DueResult {
  const walk = openWalk(calendar, at.getTime());
  for (const { fromMs } of walk.openings) return due(fromMs, walk.unknownYears);
  return { ok: false, code: 'never_open', unknownYears: [...walk.unknownYears] };
}

export function isOpenAt(calendar: WorkCalendar, at: Date): boolean {
  const opening = nextOpening(calendar, at);
  return opening.ok && opening.at.getTime() === at.getTime();
}

/** Round the clock with nothing that differs: working time is plain time. */
function isPlain(calendar: WorkCalendar): boolean {
  return (
    calendar.hours === 'always' && calendar.holidays == null && calendar.exceptions.length === 0
  );
}

function due(ms: number, unknownYears: ReadonlySet<number>): DueResult {
  return { ok: true, at: new Date(ms), unknownYears: [...unknownYears] };
}

type Walk = { openings: Iterable<Opening>; unknownYears: Set<number> };

/**
 * The openings after an instant, clipped to it and to each other (a night shift reaches into the
 * next day), until `endMs` or until the calendar has been closed for too long. The years without
 * holidays are gathered as the walk goes through them.
 */
function openWalk(calendar: WorkCalendar, startMs: number, endMs = Infinity): Walk {
  const unknownYears = new Set<number>();
  return { openings: walk(), unknownYears };

  function* walk(): Generator<Opening> {
    let reachedMs = startMs;
    const startDay = localDay(calendar.zone, startMs);
    const isOpenEnded = endMs === Infinity;
    const lastDay = isOpenEnded ? Infinity : localDay(calendar.zone, endMs);
    const mostClosedDays = isOpenEnded ? longestClosedDays : Infinity;
    let closedDays = 0;
    // The night shift that began the day before may still be on.
    for (let day = startDay - 1; day <= lastDay && closedDays < mostClosedDays; day += 1) {
      closedDays += 1;
      if (day >= startDay && isUnknownYear(calendar, day))
        unknownYears.add(Number(dateOfDay(day).slice(0, 4)));
      for (const { fromMs, toMs } of openingsOfDay(calendar, day)) {
        const from = Math.max(fromMs, reachedMs);
        const to = Math.min(toMs, endMs);
        if (from >= to) continue;
        reachedMs = to;
        closedDays = 0;
        yield { fromMs: from, toMs: to };
      }
    }
  }
}
