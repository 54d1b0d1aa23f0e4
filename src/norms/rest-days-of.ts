import type { Ctx } from '../kernel/context.ts';
import { loadCalendar } from './load-calendar.ts';
import { openingsOfDay } from './openings.ts';
import { restDaysBetween } from './rest-days.ts';
import { dateOfDay, dayOfDate } from './wall-time.ts';

/**
 * The days from one to another, both included, on which nobody works by a calendar, its exceptions
 * counted: a day moved by decree, a holiday of the region. Without a calendar, the country's.
 */
export async function restDaysOf(
  ctx: Ctx,
  calendarId: number | null,
  fromOn: string,
  toOn: string,
): Promise<string[]> {
  if (calendarId === null) return restDaysBetween(ctx.operator.country, fromOn, toOn);
  const calendar = await loadCalendar(ctx, calendarId);
  const first = dayOfDate(fromOn);
  return Array.from({ length: dayOfDate(toOn) - first + 1 }, (_, at) => first + at)
    .filter((day) => openingsOfDay(calendar, day).length === 0)
    .map(dateOfDay);
}
