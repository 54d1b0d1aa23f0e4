import { formatDay } from '../../ui/format.ts';
import { monthOf } from '../../kernel/month-of.ts';

/** A day so many days later. */
export const daysLater = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

export const lastOfMonth = (month: string): string => daysLater(monthOf(month, 1), -1);

/** A month by its name alone. */
export const monthName = (month: number): string =>
  formatDay(`2000-${String(month).padStart(2, '0')}-01`, 'month').replace(/\s.*$/, '');
