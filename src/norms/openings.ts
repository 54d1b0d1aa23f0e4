import { type HolidayDay, holidayOn, isKnownYear } from './holidays/holidays.ts';
import { dateOfDay, dayOfDate, wallToMs, weekdayOfDay } from './wall-time.ts';
import {
  type DayException,
  type OpenHours,
  secondsOfTime,
  type WorkCalendar,
  weekdays,
} from './work-calendar.ts';

/** A stretch of work, in epoch milliseconds, with its end outside. */
export type Opening = { fromMs: number; toMs: number };

/** Seconds after midnight; over midnight the end is more than a day's. */
type Span = { from: number; to: number };

/** The day before a holiday is an hour shorter (Labour Code of Russia, article 95). */
const holidayEveSeconds = 3600;

type Compiled = {
  calendar: WorkCalendar;
  exceptions: ReadonlyMap<string, readonly DayException[]>;
  days: Map<number, readonly Opening[]>;
};

const compiled = new WeakMap<WorkCalendar, Compiled>();

/**
 * The openings that begin on one local day, in order and without overlaps; the night shift of the
 * day before may reach into them, which is for the caller to clip.
 */
export function openingsOfDay(calendar: WorkCalendar, day: number): readonly Opening[] {
  const made = compile(calendar);
  const known = made.days.get(day);
  if (known) return known;
  const openings = spansOfDay(made, day)
    .map(({ from, to }) => ({
      fromMs: wallToMs(calendar.zone, day, from),
      toMs: wallToMs(calendar.zone, day, to),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs);
  made.days.set(day, openings);
  return openings;
}

/** Whether the calendar asks for holidays of a year whose transfers the program does not know. */
export function isUnknownYear({ holidays }: WorkCalendar, day: number): boolean {
  return holidays != null && !isKnownYear(holidays, dateOfDay(day));
}

function compile(calendar: WorkCalendar): Compiled {
  const known = compiled.get(calendar);
  if (known) return known;
  const exceptions = Map.groupBy(calendar.exceptions, (exception) => exception.on);
  const made = { calendar, exceptions, days: new Map<number, readonly Opening[]>() };
  compiled.set(calendar, made);
  return made;
}

function spansOfDay({ calendar, exceptions }: Compiled, day: number): Span[] {
  const date = dateOfDay(day);
  const said = calendar.holidays ? holidayOn(calendar.holidays, date) : undefined;
  let spans = usualSpans(calendar, day, said);
  const here = exceptions.get(date) ?? [];
  for (const exception of here) {
    if (exception.kind === 'closed') spans = [];
    if (exception.kind === 'hours') spans = spansOf(exception.hours);
  }
  for (const exception of here) {
    if (exception.kind === 'short') spans = shorten(spans, exception.shorterBySeconds);
  }
  const extra = here.flatMap((exception) => (exception.kind === 'extra' ? exception.hours : []));
  return join([...spans, ...spansOf(extra)]);
}

function usualSpans(calendar: WorkCalendar, day: number, said: HolidayDay | undefined): Span[] {
  if (said?.isOff) return [];
  const likeDay = said?.likeOn == null ? day : dayOfDate(said.likeOn);
  const weekday = weekdays[weekdayOfDay(likeDay)] ?? 'mon';
  const spans =
    calendar.hours === 'always' ? [{ from: 0, to: 86_400 }] : spansOf(calendar.hours[weekday]);
  return said?.isShort && calendar.hours !== 'always' ? shorten(spans, holidayEveSeconds) : spans;
}

function spansOf(hours: readonly OpenHours[]): Span[] {
  return hours.map(({ from, to }) => {
    const start = secondsOfTime(from);
    const end = secondsOfTime(to);
    if (start == null || end == null) throw new RangeError(`Not a time: ${from}–${to}`);
    return { from: start, to: end > start ? end : end + 86_400 };
  });
}

/** Takes seconds off the end of the day's work, over its pauses if need be. */
function shorten(spans: readonly Span[], seconds: number): Span[] {
  let left = seconds;
  const kept: Span[] = [];
  for (const span of spans.toSorted((a, b) => b.from - a.from)) {
    const cut = Math.min(left, span.to - span.from);
    left -= cut;
    if (span.to - cut > span.from) kept.push({ from: span.from, to: span.to - cut });
  }
  return kept;
}

function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else joined.push({ ...span });
  }
  return joined;
}
