import { formatCount } from '../../../ui/format.ts';
import type { Figures } from '../api.ts';
import type { RowsFilter } from './rows-path.ts';

/**
 * The share of promises kept, of all those that are decided: touched in time, touched late, or not
 * touched and over. Null while none is decided.
 */
export const shareWithin = ({
  within,
  late,
  overdue,
}: Pick<Figures, 'within' | 'late' | 'overdue'>): number | null => {
  const decided = within + late + overdue;
  return decided === 0 ? null : within / decided;
};

/** A median or a percentile as minutes and seconds; a dash where nobody was called. */
export const inSeconds = (value: number | null): string =>
  value === null ? '—' : formatCount(value);

/** What a median is of: those that were touched at all. */
export const touched: RowsFilter = { overSeconds: 0 };

/** What stands behind a 95th percentile: those that took as long, or longer. */
export const slowest = (p95Seconds: number | null): RowsFilter =>
  p95Seconds === null ? touched : { overSeconds: Math.max(0, Math.ceil(p95Seconds) - 1) };
