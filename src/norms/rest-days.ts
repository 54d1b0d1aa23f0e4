import { type HolidayCountry, holidayOn } from './holidays/holidays.ts';
import { dateOfDay, dayOfDate, weekdayOfDay } from './wall-time.ts';

const SATURDAY = 5;

/**
 * The days off of a country from one day to another, both included: weekends and holidays, without
 * the Saturdays that were made working. Of a year that the program does not know, weekends and the
 * holidays that the law fixes; of another country, weekends.
 */
export function restDaysBetween(country: string, fromOn: string, toOn: string): string[] {
  const days: string[] = [];
  for (let day = dayOfDate(fromOn); day <= dayOfDate(toOn); day++) {
    const on = dateOfDay(day);
    const said = country === 'RU' ? holidayOn(country satisfies HolidayCountry, on) : undefined;
    const isWeekend = weekdayOfDay(day) >= SATURDAY && said?.likeOn === undefined;
    if (said?.isOff || isWeekend) days.push(on);
  }
  return days;
}
