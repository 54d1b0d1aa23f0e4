import { Temporal } from 'temporal-polyfill';
import { opensAt, type WorkCalendar } from '../../norms/index.ts';

const DAY_SECONDS = 86_400;

/**
 * When a call that nobody answered is tried again: so long after this one, and where the calendar
 * is closed then, when it opens. Whole days keep the hour of day, also over a change of clocks.
 * @param tries calls so far that nobody answered, this one included
 * @returns null when the plan has no more tries
 */
export function planNextTry(
  calendar: WorkCalendar,
  now: Date,
  tries: number,
  delaysSeconds: readonly number[],
): Date | null {
  const delaySeconds = delaysSeconds[tries - 1];
  if (delaySeconds === undefined) return null;
  return opensAt(calendar, later(calendar.zone, now, delaySeconds));
}

function later(timeZone: string, now: Date, delaySeconds: number): Date {
  if (delaySeconds % DAY_SECONDS !== 0) return new Date(now.getTime() + delaySeconds * 1000);
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(local.add({ days: delaySeconds / DAY_SECONDS }).epochMilliseconds);
}
