import { Temporal } from 'temporal-polyfill';

/**
 * Between instants and the wall clocks of a zone, in plain numbers: instants are epoch
 * milliseconds, dates are days since 1970-01-01. The zone's offsets are asked once a year of the
 * zone and kept, so that the arithmetic of many deadlines costs no time zone look-ups.
 */

export const dayMs = 86_400_000;

type Segment = { fromMs: number; toMs: number; offsetMs: number };

const segments = new Map<string, readonly Segment[]>();

/** The day since 1970-01-01 of `YYYY-MM-DD`; throws RangeError for what is no date. */
export function dayOfDate(date: string): number {
  const ms = Date.parse(`${date}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/u.test(date) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new RangeError(`Not a date: ${date}`);
  }
  return ms / dayMs;
}

export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** 0 is Monday, 6 is Sunday; 1970-01-01 was a Thursday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The local date of an instant. */
export function localDay(zone: string, ms: number): number {
  const year = new Date(ms).getUTCFullYear();
  const segment = segmentsOf(zone, year).find(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
  return Math.floor((ms + (segment?.offsetMs ?? 0)) / dayMs);
}

/**
 * The instant when the zone's clocks show so many seconds after the beginning of a day (more than a
 * day's seconds are the next day's). A time that clocks show twice is its first showing; one that
 * they leap over is the moment of the leap. So a later wall time is never an earlier instant.
 */
export function wallToMs(zone: string, day: number, seconds: number): number {
  const wallMs = day * dayMs + seconds * 1000;
  let leapMs = Number.NaN;
  for (const { fromMs, toMs, offsetMs } of segmentsOf(zone, new Date(wallMs).getUTCFullYear())) {
    const ms = wallMs - offsetMs;
    if (ms < fromMs) return fromMs;
    if (ms < toMs) return ms;
    leapMs = toMs;
  }
  return leapMs;
}

/** The offsets of a zone from two days before a UTC year until two days after it. */
function segmentsOf(zone: string, year: number): readonly Segment[] {
  const key = `${zone} ${year}`;
  const known = segments.get(key);
  if (known) return known;
  const list: Segment[] = [];
  const endMs = Date.UTC(year + 1, 0, 3);
  let fromMs = Date.UTC(year, 0, 1) - 2 * dayMs;
  while (fromMs < endMs) {
    const at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone);
    const next = at.getTimeZoneTransition('next')?.epochMilliseconds ?? endMs;
    const toMs = Math.min(next, endMs);
    list.push({ fromMs, toMs, offsetMs: at.offsetNanoseconds / 1e6 });
    fromMs = toMs;
  }
  segments.set(key, list);
  return list;
}
