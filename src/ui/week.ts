import { addDays } from './add-days.ts';
import { dayOf } from './format.ts';
import { serverNow } from './now.ts';

const WEEK_DAYS = 7;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS));

/** The Monday of the week that it is for the operator. */
export const thisMonday = (): string => mondayOf(dayOf(serverNow()));

/** The seven days from a Monday on. */
export const daysFrom = (monday: string): string[] =>
  Array.from({ length: WEEK_DAYS }, (_, count) => addDays(monday, count));
