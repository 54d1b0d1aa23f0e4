import { daysAfter } from '../../subscribers/index.ts';

/** The first day of the month so many months from that of a day. */
export function monthOf(day: string, add = 0): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + add);
  return at.toISOString().slice(0, 10);
}

/** The last day of a month that is counted. */
export function endOf(month: string, through: string): string {
  const last = daysAfter(monthOf(month, 1), -1);
  return last < through ? last : through;
}

/** So many months, the latest that of the day, the earliest first. */
export const monthsTo = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => monthOf(day, at - count + 1));
