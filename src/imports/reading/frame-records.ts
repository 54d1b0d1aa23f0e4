import { recordEnd, splitRecord, type CsvShape, type SplitRecord } from './split-record.ts';
import { MAX_CELL_CHARS } from './source-row.ts';

/** The longest record that is read, in bytes. */
const MAX_RECORD_BYTES = 1_048_576;

/** So many lines after a quote that never closes are looked at to see whether they are rows. */
const LINES_LOOKED_AT = 20;

/** How the bytes of a text table are cut into records. */
export type Framing = CsvShape & {
  /** `\n`, or `\r` in files of old Macintoshes. */
  lineBreak: '\n' | '\r';
  /** The number of columns, where known: tells a broken quote from a very long cell. */
  columnCount: number | null;
  decode(bytes: Buffer): string;
};

/**
 * What stands at a place of the buffer: a record that ends before `end` (`next` is where the next
 * one begins); nothing yet (`more`); or a record too long to keep, to be skipped, inside a quoted
 * cell or not.
 */
export type Frame =
  | { state: 'record'; text: string; split: Cut; next: number }
  | { state: 'more' }
  | { state: 'skip'; text: string; isQuoted: boolean; from: number };

export type Cut = Extract<SplitRecord, { state: 'cells' }> | { state: 'unclosed' | 'broken' };

/**
 * Finds the record that begins at `start`. A record with a broken quote is only its first line, so
 * that one wrong row does not take the following ones with it.
 */
export function frameRecord(bytes: Buffer, start: number, isLast: boolean, how: Framing): Frame {
  const lineEnd = bytes.indexOf(how.lineBreak, start);
  if (lineEnd === -1 && !isLast) {
    if (bytes.length - start <= MAX_RECORD_BYTES) return { state: 'more' };
    return skipFrom(bytes, start, how);
  }
  const end = lineEnd === -1 ? bytes.length : lineEnd;
  if (end - start > MAX_RECORD_BYTES) return skipFrom(bytes, start, how);
  const text = how.decode(bytes.subarray(start, withoutReturn(bytes, start, end)));
  const next = lineEnd === -1 ? end : end + 1;
  const split = splitRecord(text, how);
  if (split.state === 'cells') return { state: 'record', text, split, next };
  if (split.state === 'broken') return { state: 'record', text, split: { state: 'broken' }, next };
  return frameLines(bytes, start, isLast, how, { text, next });
}

/** A record whose quoted cell goes on over the line's end. */
function frameLines(
  bytes: Buffer,
  start: number,
  isLast: boolean,
  how: Framing,
  line: { text: string; next: number },
): Frame {
  const limit = start + MAX_CELL_CHARS * 2;
  const window = bytes.toString('latin1', start, Math.min(limit, bytes.length));
  const isWhole = isLast && bytes.length <= limit;
  const end = recordEnd(window, 0, how, how.lineBreak, isWhole);
  if (typeof end === 'number') {
    const stop = withoutReturn(bytes, start, start + end);
    const text = how.decode(bytes.subarray(start, stop));
    const split = splitRecord(text, how);
    const next = Math.min(start + end + 1, bytes.length);
    if (split.state === 'cells') return { state: 'record', text, split, next };
  }
  const first = { state: 'record', text: line.text, next: line.next } as const;
  if (end === 'broken') return { ...first, split: { state: 'broken' } };
  if (!isWhole && bytes.length < limit) return { state: 'more' };
  if (isWhole || looksLikeRows(window, how)) return { ...first, split: { state: 'unclosed' } };
  return { state: 'skip', text: line.text, isQuoted: true, from: limit };
}

function skipFrom(bytes: Buffer, start: number, how: Framing): Frame {
  const text = how.decode(bytes.subarray(start, start + MAX_CELL_CHARS));
  const split = splitRecord(text, how);
  return { state: 'skip', text, isQuoted: split.state === 'open', from: start + MAX_CELL_CHARS };
}

/** Whether the lines after the first have as many delimiters as rows have. */
function looksLikeRows(window: string, how: Framing): boolean {
  if (how.columnCount === null || how.columnCount < 2) return true;
  const lines = window.split(how.lineBreak).slice(1, LINES_LOOKED_AT + 1);
  const rows = lines.filter((line) => line.split(how.delimiter).length === how.columnCount);
  return lines.length > 0 && rows.length >= lines.length * 0.6;
}

function withoutReturn(bytes: Buffer, start: number, end: number): number {
  return end > start && bytes[end - 1] === 0x0d ? end - 1 : end;
}
