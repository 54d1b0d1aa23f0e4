import { dayOf } from '../../../ui/format.ts';

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, count: number): string =>
  new Date(at(day) + count * DAY_MS).toISOString().slice(0, 10);

/** The Monday of a moment's week, by the operator's calendar. */
export const mondayOf = (nowMs: number): string => {
  const today = dayOf(nowMs);
  return addDays(today, -((new Date(at(today)).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS));
};

export const daysFrom = (monday: string): string[] =>
  Array.from({ length: WEEK_DAYS }, (_, count) => addDays(monday, count));

/** "13:00–13:30, 17:00-17:15" as spans; what is no such span is left to the server to refuse. */
export const readBreaks = (text: string): { from: string; to: string }[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [from = '', to = ''] = part.split(/\s*[–—-]\s*/);
      return { from, to };
    });
