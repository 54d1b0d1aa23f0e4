import { addDays } from '../../../ui/add-days.ts';
import { dayOf } from '../../../ui/format.ts';

const WEEK_DAYS = 7;

/** The Monday of a moment's week, by the operator's calendar. */
export const mondayOf = (nowMs: number): string => {
  const today = dayOf(nowMs);
  return addDays(
    today,
    -((new Date(`${today}T00:00:00Z`).getUTCDay() + WEEK_DAYS - 1) % WEEK_DAYS),
  );
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
