import { monthOf } from '../kernel/month-of.ts';

/** The sums of a statement, in the order in which a reader adds them up. */
export const statementSums = [
  'openingMinor',
  'loweredMinor',
  'raisedMinor',
  'closingMinor',
] as const;

/** The month before that of a day: what a statement is of unless other days are chosen. */
export function lastMonth(day: string): { from: string; to: string } {
  const to = new Date(`${monthOf(day, 0)}T00:00:00Z`);
  to.setUTCDate(0);
  return { from: monthOf(day, -1), to: to.toISOString().slice(0, 10) };
}
