import { monthOf } from '../../kernel/month-of.ts';
import { daysAfter } from '../../subscribers/index.ts';

/** The last day of a month that is counted. */
export function endOf(month: string, through: string): string {
  const last = daysAfter(monthOf(month, 1), -1);
  return last < through ? last : through;
}

/** So many months, the latest that of the day, the earliest first. */
export const monthsTo = (day: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => monthOf(day, at - count + 1));
