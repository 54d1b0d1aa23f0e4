import type { Period } from './use-period.ts';

/** Where the conversations behind a figure stand. */
export const rowsPath = (
  period: Period,
  filter: Record<string, string | number | null | undefined> = {},
): string => {
  const query = new URLSearchParams(period);
  for (const [key, value] of Object.entries(filter)) {
    if (value !== null && value !== undefined) query.set(key, String(value));
  }
  return `/reports/first-touch/rows?${query.toString()}`;
};
