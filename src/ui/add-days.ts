const DAY_MS = 86_400_000;

/** The day so many days after, as YYYY-MM-DD; before, where they are below zero. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
