import { addWorkingTime, nextOpening } from './calendar.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * When so much working time has passed. A calendar that is closed for years cannot be saved, but if
 * one is left open by nothing but exceptions long past, its promises run round the clock: better a
 * promise kept too early than none.
 */
export function dueAfter(calendar: WorkCalendar, from: Date, seconds: number): Date {
  const due = addWorkingTime(calendar, from, seconds);
  return due.ok ? due.at : new Date(from.getTime() + seconds * 1000);
}

/**
 * The moment itself while people work, else when they next begin; never opens: the moment itself.
 */
export function opensAt(calendar: WorkCalendar, at: Date): Date {
  const opening = nextOpening(calendar, at);
  return opening.ok ? opening.at : at;
}
