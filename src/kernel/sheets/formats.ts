import type { SheetColumn, SheetManners, SheetValue } from './sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

export type SheetFormat = 'csv' | 'xlsx';

type Write = (
  columns: readonly SheetColumn[],
  batches: AsyncIterable<readonly (readonly SheetValue[])[]>,
  manners: SheetManners,
) => AsyncGenerator<string | Buffer>;

/** The formats in which a table leaves: each is written while it is read, in constant memory. */
export const sheetFormats: Record<SheetFormat, { contentType: string; write: Write }> = {
  csv: { contentType: 'text/csv; charset=utf-8', write: writeCsv },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsx,
  },
};
