import type { Encoding } from './encoding-names.ts';
import { decode, isUtf16, withSingleByteMarks } from './encodings.ts';
import { readBytes, type FileSource } from './file-source.ts';
import { frameRecord, type Cut, type Framing } from './frame-records.ts';
import { skipLongRecord } from './skip-long-record.ts';
import {
  excerpt,
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  rowError,
  type Position,
  type RowError,
  type SourceRow,
} from './source-row.ts';

/** How a text table is written. */
export type CsvFormat = {
  encoding: Encoding;
  delimiter: string;
  quote: string | null;
  lineBreak: '\n' | '\r';
};

const START: Position = { offset: 0, rowNumber: 1 };
const ROWS_AT_ONCE = 2_000;

/**
 * Reads a text table from `from` on, in constant memory, some rows at a time. Empty lines count as
 * rows but are not yielded. A row that cannot be read (a broken quote, a cell beyond 64 KiB,
 * another number of columns than `columnCount`, bytes that are no text) is yielded with its error,
 * and reading goes on with the next line.
 */
export async function* readCsv(
  source: FileSource,
  format: CsvFormat,
  columnCount: number | null,
  from: Position = START,
): AsyncGenerator<SourceRow[]> {
  const framing = framingOf(format, columnCount);
  let offset = from.offset || (await markBytes(source, format.encoding));
  const input = pieces(source, format.encoding, offset);
  let batch: SourceRow[] = [];
  let rowNumber = from.rowNumber;
  let rest: Buffer = Buffer.alloc(0);
  for (let isLast = false; !isLast;) {
    const piece = await input.next();
    isLast = piece.done === true;
    if (!piece.done) rest = rest.length === 0 ? piece.value : Buffer.concat([rest, piece.value]);
    let at = 0;
    while (at < rest.length) {
      const frame = frameRecord(rest, at, isLast, framing);
      if (frame.state === 'more') break;
      if (frame.state === 'skip') {
        const left = await skipLongRecord(
          rest.subarray(frame.from),
          input,
          frame.isQuoted,
          framing,
        );
        const endsAt = offset + frame.from + left.skippedBytes;
        batch.push({ rowNumber, endsAt, cells: excerpt(frame.text), error: tooLong() });
        rest = left.rest;
        isLast ||= left.isLast;
        offset = endsAt;
        at = 0;
      } else {
        at = frame.next;
        const row = toRow(frame.text, frame.split, columnCount, format.encoding);
        if (row) batch.push({ rowNumber, endsAt: offset + at, ...row });
      }
      rowNumber += 1;
      if (batch.length >= ROWS_AT_ONCE) {
        yield batch;
        batch = [];
      }
    }
    rest = rest.subarray(at);
    offset += at;
  }
  if (batch.length > 0) yield batch;
}

/** The length of the mark that may stand at the start of UTF-8; UTF-16's goes in rewriting. */
async function markBytes(source: FileSource, encoding: Encoding): Promise<number> {
  if (encoding !== 'utf-8') return 0;
  return (await readBytes(source, 0, 3)).toString('latin1') === '\xEF\xBB\xBF' ? 3 : 0;
}

/** The file's bytes from an offset on; in UTF-16 offsets count its bytes as UTF-8. */
async function* pieces(
  source: FileSource,
  encoding: Encoding,
  offset: number,
): AsyncGenerator<Buffer, undefined> {
  let passed = isUtf16(encoding) ? 0 : offset;
  for await (const piece of withSingleByteMarks(source.open(passed), encoding)) {
    if (passed + piece.length > offset) yield piece.subarray(Math.max(0, offset - passed));
    passed += piece.length;
  }
}

function framingOf(format: CsvFormat, columnCount: number | null): Framing {
  const encoding = isUtf16(format.encoding) ? 'utf-8' : format.encoding;
  return { ...format, columnCount, decode: (bytes) => decode(bytes, encoding) };
}

const tooLong = () => rowError('cell_too_long', { limit: MAX_CELL_CHARS });

type ReadRow = Pick<SourceRow, 'cells' | 'error'>;

/** The row of a record, or null where the line is empty. */
function toRow(
  text: string,
  split: Cut,
  columnCount: number | null,
  encoding: Encoding,
): ReadRow | null {
  if (split.state !== 'cells') {
    return { cells: excerpt(text), error: rowError(`quote_${split.state}`) };
  }
  const cells = withoutNul(text, split.cells);
  if (cells.length === 1 && cells[0]?.trim() === '') return null;
  const error =
    broken(text, encoding) ??
    longCell(text, cells) ??
    wrongWidth(cells, columnCount ?? cells.length);
  return { cells: error ? cells.slice(0, MAX_COLUMNS).flatMap(excerpt) : cells, error };
}

/** NUL pads the fields of some databases' dumps and says nothing; PostgreSQL cannot hold it. */
function withoutNul(text: string, cells: string[]): string[] {
  return text.includes('\0') ? cells.map((cell) => cell.replaceAll('\0', '')) : cells;
}

function broken(text: string, encoding: Encoding): RowError | null {
  return text.includes('\uFFFD') ? rowError('bytes_broken', { encoding }) : null;
}

function longCell(text: string, cells: string[]): RowError | null {
  if (text.length <= MAX_CELL_CHARS) return null;
  const column = cells.findIndex((cell) => cell.length > MAX_CELL_CHARS);
  return column === -1 ? null : rowError('cell_too_long', { limit: MAX_CELL_CHARS });
}

/**
 * Empty cells beyond the last column are dropped, as some programs end each line by a delimiter.
 */
function wrongWidth(cells: string[], expected: number): RowError | null {
  while (cells.length > expected && cells.at(-1)?.trim() === '') cells.pop();
  if (cells.length === expected && expected <= MAX_COLUMNS) return null;
  return rowError('columns_differ', { expected, found: cells.length });
}
