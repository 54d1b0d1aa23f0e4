import type { Currency } from '../../kernel/money/index.ts';
import type { PhoneCountry } from '../../subscribers/index.ts';
import type { ColumnMapping } from '../presets/mapping.ts';
import type { ImportKey } from '../presets/targets.ts';
import type { DateOrder } from '../reading/read-date.ts';
import type { DecimalSign } from '../reading/read-number.ts';
import { rowError, type RowError } from '../reading/source-row.ts';
import type { ImportRecord } from './import-record.ts';

/** A column as a row's reader needs it. */
export type MappedColumn = ColumnMapping & {
  index: number;
  name: string;
  decimal: DecimalSign | undefined;
  order: DateOrder;
};

/** What is the same for all rows of an import. */
export type RecordContext = {
  columns: readonly MappedColumn[];
  key: ImportKey;
  currency: Currency;
  country: PhoneCountry;
  cityCode: string;
  /** In which times of day are meant. */
  timeZone: string;
  /** The city of addresses that name none. */
  city: string;
  /** Makes the external id of a row that has no key of its own. */
  rowId(rowNumber: number): string;
};

/** A row while it is being read: parts of names and addresses wait until all cells were seen. */
export type Draft = {
  record: ImportRecord;
  parts: Map<string, string>;
  notes: string[];
  warnings: RowError[];
  error: RowError | null;
};

export type CellReader = (
  draft: Draft,
  value: string,
  column: MappedColumn,
  context: RecordContext,
) => void;

export function emptyDraft(): Draft {
  return {
    record: {
      person: {},
      contacts: [],
      account: {},
      line: {},
      plan: {},
      services: [],
      attributes: {},
    },
    parts: new Map(),
    notes: [],
    warnings: [],
    error: null,
  };
}

/** The row cannot be taken: money, a state or a key that means nothing must not be guessed. */
export function refuse(draft: Draft, code: string, column: MappedColumn, value: string): void {
  draft.error ??= rowError(code, { column: column.name, value: value.slice(0, 100) });
}

/**
 * The value cannot be used where it should go. The row is taken, and the value kept in the note, so
 * that nothing is lost.
 */
export function warn(
  draft: Draft,
  code: string,
  column: MappedColumn,
  value: string,
  more: RowError['params'] = {},
): void {
  const said = { column: column.name, value: value.slice(0, 100), ...more };
  draft.warnings.push(rowError(code, said));
  draft.notes.push(`${column.label ?? column.name}: ${value}`);
}

/** As much of a value as its field holds; one that is cut is told, and stands whole in the note. */
export function fitted(draft: Draft, value: string, column: MappedColumn, limit: number): string {
  if (value.length > limit) warn(draft, 'value_cut', column, value, { limit });
  return value.slice(0, limit);
}

/** Keeps the value of a cell until the whole row is known. */
export const keepPart: CellReader = (draft, value, column) => {
  draft.parts.set(column.target, value);
};
