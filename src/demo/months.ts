/** Months of the demo's two years, counted back from the month of today: 0 is this month. */
export const MONTHS = 24;

/** First instant (UTC) of the month that lies so many months before today's. */
export function monthStart(today: Date, monthsAgo: number): Date {
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - monthsAgo, 1));
}

/** An instant inside that month: `share` from 0 to 1; never later than today. */
export function momentIn(today: Date, monthsAgo: number, share: number): Date {
  const start = monthStart(today, monthsAgo).getTime();
  const end = Math.min(monthStart(today, monthsAgo - 1).getTime(), today.getTime());
  return new Date(start + Math.floor((end - start) * share));
}

/** How many months lie between, by the calendar. */
export function monthsBetween(at: Date, today: Date): number {
  const years = today.getUTCFullYear() - at.getUTCFullYear();
  return years * 12 + today.getUTCMonth() - at.getUTCMonth();
}

export const dateOnly = (instant: Date): string => instant.toISOString().slice(0, 10);

/** The moment up to which a base's last day has come: its noon, or now where that is earlier. */
export function comeTo(now: Date, { today }: { today: Date }): Date {
  return dateOnly(now) === dateOnly(today) && now < today ? now : today;
}
