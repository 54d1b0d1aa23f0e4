import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import { isExchange, readExchange } from './read-exchange.ts';
import { type Columns, guessColumns, readRows, readTable } from './read-table.ts';
import type { ReadStatement } from './statement-line.ts';

export type ReadFile = ReadStatement & {
  format: 'exchange' | 'table';
  /** Of a table: its headings, and what each column tells. */
  heading: string[];
  columns: Columns;
  bytes: Buffer;
  sha256: string;
};

/** Some ten thousand documents; a bank's day has hundreds. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Reads a statement of a bank, in UTF-8, windows-1251 or, where it says so, DOS. */
export async function readFile(
  upload: Upload,
  { columns: given, only }: { columns: Columns; only: string | null },
): Promise<Result<ReadFile>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of upload.stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) return fail('billing.statement_too_large');
  const bytes = Buffer.concat(chunks);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const text = decode(bytes);
  if (isExchange(text)) {
    const read = readExchange(text, only);
    return ok({ format: 'exchange', heading: [], columns: {}, bytes, sha256, ...read });
  }
  const rows = readRows(text);
  const [heading = []] = rows;
  if (rows.length < 2 || heading.length < 2) return fail('billing.statement_unread');
  const isTold = given.on !== undefined || given.sum !== undefined;
  const columns = isTold ? given : guessColumns(heading);
  return ok({ format: 'table', heading, columns, bytes, sha256, ...readTable(rows, columns) });
}

function decode(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8').replace(/^\uFEFF/, '');
  // "Кодировка=DOS" stands among the first lines, in that encoding itself.
  const isDos = /Кодировка=DOS/.test(iconv.decode(bytes.subarray(0, 400), 'cp866'));
  return iconv.decode(bytes, isDos ? 'cp866' : 'windows-1251');
}
