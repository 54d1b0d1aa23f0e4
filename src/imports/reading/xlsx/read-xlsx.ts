import { BrokenFile } from '../broken-file.ts';
import type { FileSource } from '../file-source.ts';
import {
  excerpt,
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  rowError,
  type Position,
  type RowError,
  type SourceRow,
} from '../source-row.ts';
import { cellsOfRow, numberOfRow } from './sheet-row.ts';
import { createStringStore, type StringStore } from './string-store.ts';
import type { Workbook } from './workbook.ts';
import { elements, runsText } from './xml.ts';
import { unpack, type ZipEntry } from './zip.ts';

const START: Position = { offset: 0, rowNumber: 1 };

/**
 * Reads a sheet of a workbook from a row on, in constant memory, some rows at a time. Cells that
 * are not there read as empty up to `columnCount`; empty rows are passed over. To resume, the sheet
 * is unpacked again from its start and the rows before `from` are skipped.
 */
export async function* readXlsx(
  source: FileSource,
  workbook: Workbook,
  sheetName: string | null,
  columnCount: number | null,
  from: Position = START,
): AsyncGenerator<SourceRow[]> {
  const sheet =
    sheetName === null ? workbook.sheets[0] : workbook.sheets.find((s) => s.name === sheetName);
  if (!sheet) throw new BrokenFile('sheet_missing', { sheet: sheetName ?? '' });
  const strings = createStringStore();
  try {
    if (workbook.strings) await loadStrings(source, workbook.strings, strings);
    const context = { ...workbook, sharedString: (index: number) => strings.get(index) };
    let rowNumber = 0;
    for await (const found of elements(unpack(source, sheet.entry), 'row')) {
      const batch: SourceRow[] = [];
      for (const element of found) {
        rowNumber = nextRow(element, rowNumber);
        if (rowNumber < from.rowNumber) continue;
        const row = toRow(cellsOfRow(element, context), columnCount);
        if (row) batch.push({ rowNumber, endsAt: rowNumber, ...row });
      }
      if (batch.length > 0) yield batch;
    }
  } finally {
    strings.close();
  }
}

/** The most rows that a sheet can have (ECMA-376 leaves it open; Excel's own limit). */
const MAX_ROW = 1_048_576;

/** Rows stand in order, each once: by their numbers a reading that was broken off goes on. */
function nextRow(element: string, last: number): number {
  const rowNumber = numberOfRow(element) ?? last + 1;
  if (rowNumber > last && rowNumber <= MAX_ROW) return rowNumber;
  throw new BrokenFile('rows_disordered', { row: last });
}

async function loadStrings(
  source: FileSource,
  entry: ZipEntry,
  strings: StringStore,
): Promise<void> {
  for await (const found of elements(unpack(source, entry), 'si')) {
    for (const element of found) strings.append(runsText(element));
  }
}

type ReadRow = Pick<SourceRow, 'cells' | 'error'>;

/** The row of a sheet, or null where it is empty. */
function toRow(cells: string[] | null, columnCount: number | null): ReadRow | null {
  if (cells === null) {
    return {
      cells: [],
      error: rowError('columns_differ', {
        expected: columnCount ?? MAX_COLUMNS,
        found: MAX_COLUMNS,
      }),
    };
  }
  while (cells.length > (columnCount ?? 0) && cells.at(-1)?.trim() === '') cells.pop();
  if (cells.every((cell) => cell.trim() === '')) return null;
  const error = problemOf(cells, columnCount ?? cells.length);
  const missing = (columnCount ?? 0) - cells.length;
  for (let added = 0; added < missing; added += 1) cells.push('');
  return error ? { cells: cells.flatMap(excerpt), error } : { cells, error: null };
}

function problemOf(cells: string[], expected: number): RowError | null {
  if (cells.some((cell) => cell.length > MAX_CELL_CHARS)) {
    return rowError('cell_too_long', { limit: MAX_CELL_CHARS });
  }
  return cells.length > expected
    ? rowError('columns_differ', { expected, found: cells.length })
    : null;
}
