import type { standings } from '../../api/report.ts';
import type { Period } from '../../../ui/form/use-period.ts';

/** Which conversations of a period a figure counts; what is left out narrows nothing. */
export type RowsFilter = {
  standing?: (typeof standings)[number];
  overSeconds?: number;
  upToSeconds?: number;
  hour?: number;
  staffId?: number;
};

/** Where the conversations behind a figure stand. */
export const rowsPath = (period: Period, filter: RowsFilter = {}): string => {
  const query = new URLSearchParams(period);
  for (const [key, value] of Object.entries(filter)) query.set(key, String(value));
  return `/reports/first-touch/rows?${query.toString()}`;
};
