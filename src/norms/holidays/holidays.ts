import { dayOfDate, weekdayOfDay } from '../wall-time.ts';
import { ruFixedHolidays, ruHolidays } from './ru.ts';

/** One country's year; days are written `MM-DD`. */
export type HolidayYear = {
  year: number;
  /** The act that fixed the days. */
  source: string;
  daysOff: string;
  /** Working days that end an hour earlier. */
  shortDays: string;
  /** Days of a weekend made working, and the day whose hours they take. */
  workingDays: readonly { on: string; likeOn: string }[];
};

export type HolidayCountry = 'RU';

/** What a country's calendar says about a date; most dates have nothing said. */
export type HolidayDay = {
  isOff: boolean;
  isShort: boolean;
  /** The date whose weekly hours apply on a day made working. */
  likeOn?: string;
};

const years: Record<HolidayCountry, ReadonlyMap<number, ReadonlyMap<string, HolidayDay>>> = {
  RU: new Map(ruHolidays.map((year) => [year.year, daysOf(year)])),
};

const sources: Record<HolidayCountry, ReadonlyMap<number, string>> = {
  RU: new Map(ruHolidays.map((year) => [year.year, year.source])),
};

const fixed: Record<HolidayCountry, { daysOff: string; eves: string }> = { RU: ruFixedHolidays };

/**
 * `date` is `YYYY-MM-DD`. Of a year whose act the program does not know, the days that the law
 * fixes for every year, and nothing of what was transferred.
 */
export function holidayOn(country: HolidayCountry, date: string): HolidayDay | undefined {
  const days = years[country].get(Number(date.slice(0, 4)));
  return days ? days.get(date) : fixedDay(fixed[country], date);
}

/** Whether the transfers of the date's year are in the program. */
export function isKnownYear(country: HolidayCountry, date: string): boolean {
  return years[country].has(Number(date.slice(0, 4)));
}

/** The years whose holidays are known, with the acts that fixed them. */
export function knownHolidayYears(country: HolidayCountry): ReadonlyMap<number, string> {
  return sources[country];
}

const FRIDAY = 4;

function fixedDay(
  { daysOff, eves }: { daysOff: string; eves: string },
  date: string,
): HolidayDay | undefined {
  const day = date.slice(5);
  if (daysOff.split(' ').includes(day)) return { isOff: true, isShort: false };
  const isEve = eves.split(' ').includes(day) && weekdayOfDay(dayOfDate(date)) <= FRIDAY;
  return isEve ? { isOff: false, isShort: true } : undefined;
}

function daysOf(holidays: HolidayYear): ReadonlyMap<string, HolidayDay> {
  const days = new Map<string, HolidayDay>();
  const add = (day: string, said: Partial<HolidayDay>) => {
    const on = `${holidays.year}-${day}`;
    days.set(on, { isOff: false, isShort: false, ...days.get(on), ...said });
  };
  for (const day of holidays.daysOff.split(' ')) add(day, { isOff: true });
  for (const day of holidays.shortDays.split(' ')) add(day, { isShort: true });
  for (const { on, likeOn } of holidays.workingDays) {
    add(on, { likeOn: `${holidays.year}-${likeOn}` });
  }
  return days;
}
