import { type ColumnProfile, observe } from '../reading/column-profile.ts';
import type { SourceRow } from '../reading/source-row.ts';
import type { Understood } from './import-record.ts';
import type { RecordContext } from './reader.ts';

/** How a row of some kind is understood: what it says, or why it cannot be taken. */
export type RowReader = (
  cells: readonly string[],
  rowNumber: number,
  context: RecordContext,
) => Understood;

/** Understands a row and lets its values count in the profiles of their columns. */
export function understandRow(
  read: RowReader,
  row: SourceRow,
  context: RecordContext,
  profiles: ReadonlyMap<number, ColumnProfile>,
): Understood {
  if (row.error) {
    return { record: null, error: row.error, warnings: [], keyValue: null, personKey: null };
  }
  const understood = read(row.cells, row.rowNumber, context);
  if (understood.record) {
    for (const [index, profile] of profiles) observe(profile, row.cells[index] ?? '');
  }
  return understood;
}
