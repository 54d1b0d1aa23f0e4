import type { Column } from '../model/table.ts';

/** Numbers of rows fill a stretch without many gaps. */
const MOST_STRETCH = 3;
const LEAST_ROWS = 20;

/**
 * Whether a column only numbers the rows: whole numbers, each its own, close together. What such a
 * column seems to tell is how the file was put together, and will not be so next month.
 */
export function isRowNumber(column: Column): boolean {
  if (column.kind !== 'numeric' || column.values.length < LEAST_ROWS) return false;
  const sorted = Float64Array.from(column.values).toSorted();
  for (let at = 0; at < sorted.length; at += 1) {
    const value = sorted[at] ?? Number.NaN;
    if (!Number.isInteger(value) || value === sorted[at + 1]) return false;
  }
  const stretch = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + 1;
  return stretch <= sorted.length * MOST_STRETCH;
}
