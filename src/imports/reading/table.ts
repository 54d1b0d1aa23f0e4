import { ok, type Result } from '../../kernel/result.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';
import { detectHeader } from './detect-header.ts';
import { decode, isUtf16 } from './encodings.ts';
import { readBytes, type FileSource } from './file-source.ts';
import { headerNames, numberedNames } from './header-names.ts';
import { readCsv } from './read-csv.ts';
import type { Position, SourceRow } from './source-row.ts';
import type { FormatChoices, TableFormat } from './table-format.ts';
import { readXlsx } from './xlsx/read-xlsx.ts';
import { openWorkbook } from './xlsx/workbook.ts';

export type DetectedFormat = { format: TableFormat; confidence: number; sheets: string[] };

/** The top of a table: its columns, its first rows, and where its rows begin. */
export type TableHead = { columns: string[]; rows: SourceRow[]; start: Position };

const SAMPLE_BYTES = 256 * 1024;

/** Finds out how a file is to be read, or why it cannot be. */
export async function detectFormat(
  source: FileSource,
  choices: FormatChoices,
  isKnownName: (cell: string) => boolean,
): Promise<Result<DetectedFormat>> {
  const sample = await readBytes(source, 0, SAMPLE_BYTES);
  const isPacked = sample.length >= 4 && [0x504b0304, 0xd0cf11e0].includes(sample.readUInt32BE(0));
  const found = isPacked
    ? await detectXlsx(source, choices)
    : ok(detectCsv(sample, source, choices));
  if (!found.ok || choices.hasHeader !== undefined) return found;
  const { format } = found.value;
  const rows = await firstRows(source, { ...format, hasHeader: false }, 20);
  const cells = rows.filter((row) => !row.error).map((row) => row.cells);
  return ok({ ...found.value, format: { ...format, hasHeader: detectHeader(cells, isKnownName) } });
}

async function detectXlsx(
  source: FileSource,
  choices: FormatChoices,
): Promise<Result<DetectedFormat>> {
  const workbook = await openWorkbook(source);
  if (!workbook.ok) return workbook;
  const sheets = workbook.value.sheets.map((sheet) => sheet.name);
  const sheet = choices.sheet ?? sheets[0] ?? '';
  const hasHeader = choices.hasHeader ?? true;
  return ok({ format: { kind: 'xlsx', sheet, hasHeader }, confidence: 1, sheets });
}

function detectCsv(sample: Buffer, source: FileSource, choices: FormatChoices): DetectedFormat {
  const byBytes = detectEncoding(sample);
  const encoding = choices.encoding ?? byBytes.encoding;
  const isWhole = source.sizeBytes <= SAMPLE_BYTES;
  const text = decode(
    isUtf16(encoding) ? sample.subarray(0, sample.length & ~1) : sample,
    encoding,
  );
  const { confidence, ...shape } = detectDelimiter(text, isWhole);
  const delimiter = choices.delimiter ?? shape.delimiter;
  const hasHeader = choices.hasHeader ?? true;
  return {
    format: { kind: 'csv', encoding, ...shape, delimiter, hasHeader },
    confidence: Math.min(
      choices.encoding ? 1 : byBytes.confidence,
      choices.delimiter ? 1 : confidence,
    ),
    sheets: [],
  };
}

/** The columns of a table, some of its rows (up to 200), and where its rows begin. */
export async function readHead(
  source: FileSource,
  format: TableFormat,
  rowCount: number,
): Promise<TableHead> {
  const [first, ...others] = await firstRows(source, format, rowCount + 1);
  if (!first) return { columns: [], rows: [], start: { offset: 0, rowNumber: 1 } };
  if (format.hasHeader) {
    const start = { offset: first.endsAt, rowNumber: first.rowNumber + 1 };
    return {
      columns: headerNames(first.cells),
      rows: sameWidth(others, first.cells.length),
      start,
    };
  }
  const rows = [first, ...others].slice(0, rowCount);
  const width = Math.max(...rows.filter((row) => !row.error).map((row) => row.cells.length), 1);
  const start = { offset: 0, rowNumber: format.kind === 'csv' ? 1 + format.skipLines : 1 };
  return { columns: numberedNames(width), rows: sameWidth(rows, width), start };
}

/** Reads the rows of a table from a place on; see `readCsv` and `readXlsx`. */
export async function* readTable(
  source: FileSource,
  format: TableFormat,
  columnCount: number | null,
  from: Position,
): AsyncGenerator<SourceRow[]> {
  if (format.kind === 'csv') {
    for await (const batch of readCsv(source, format, columnCount, from)) {
      const skipped = batch.filter((row) => row.rowNumber > format.skipLines);
      if (skipped.length > 0) yield skipped;
    }
    return;
  }
  const workbook = await openWorkbook(source);
  if (workbook.ok) yield* readXlsx(source, workbook.value, format.sheet, columnCount, from);
}

async function firstRows(
  source: FileSource,
  format: TableFormat,
  count: number,
): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of readTable(source, format, null, { offset: 0, rowNumber: 1 })) {
    rows.push(...batch.slice(0, count - rows.length));
    if (rows.length >= count) break;
  }
  return rows;
}

/** Rows as they show under the columns; what is too much of them is cut off, for a preview only. */
function sameWidth(rows: readonly SourceRow[], width: number): SourceRow[] {
  return rows.map((row) => ({
    ...row,
    cells: Array.from({ length: width }, (_, index) => row.cells[index] ?? ''),
  }));
}
