import { type RawBuilder, sql } from 'kysely';

/** The calendar's own stretches, up to today. */
export const calendarWindows = ['month', 'quarter', 'year', 'ever'] as const;

/** Since when is counted: a number of days with today, or since the calendar's stretch began. */
export type Window = { days: number } | { named: (typeof calendarWindows)[number] };

/** A window reaches no further back. */
export const MOST_DAYS = 3660;

/** Reads `30d` or `quarter`. */
export function windowOf(text: string): Window | null {
  const named = calendarWindows.find((one) => one === text);
  if (named) return { named };
  const days = /^([1-9]\d{0,3})d$/.exec(text);
  return days && Number(days[1]) <= MOST_DAYS ? { days: Number(days[1]) } : null;
}

export const windowText = (window: Window): string =>
  'days' in window ? `${window.days}d` : window.named;

/** The first day of a window; null where it has none. */
export function windowStart(window: Window, today: string): string | null {
  const [year = '', month = ''] = today.split('-');
  if ('days' in window) {
    const at = new Date(`${today}T00:00:00Z`);
    at.setUTCDate(at.getUTCDate() + 1 - window.days);
    return at.toISOString().slice(0, 10);
  }
  switch (window.named) {
    case 'month':
      return `${year}-${month}-01`;
    case 'quarter':
      return `${year}-${String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
    case 'year':
      return `${year}-01-01`;
    case 'ever':
      return null;
  }
}

/** The instant at which a day begins where the operator is. */
export const instantOf = (day: string, timeZone: string): RawBuilder<unknown> =>
  sql`${day}::date::timestamp at time zone ${timeZone}`;
