import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import type pg from 'pg';

const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One value in COPY's text format. Dates become ISO instants, objects become JSON. */
function copyText(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // NUL cannot stand in PostgreSQL's text at all.
  return /[\\\t\n\r\0]/.test(text)
    ? text.replaceAll('\0', '').replace(/[\\\t\n\r]/g, (c) => escapes[c] ?? c)
    : text;
}

/** So many characters go to the server at a time. */
const CHUNK_CHARS = 65_536;

/**
 * Writes rows into a table through COPY on the given connection; far faster than INSERT. Rows that
 * are at hand should come as a plain iterable: to wait for each of them takes longer than to write
 * it.
 * @param columns snake_case names, in the order of each row's values
 */
export async function copyRows(
  client: pg.PoolClient | pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]> | AsyncIterable<readonly unknown[]>,
): Promise<void> {
  const target = client.query(copyFrom(`COPY ${table} (${columns.join(', ')}) FROM STDIN`));
  const chunks = Symbol.iterator in rows ? chunksOf(rows) : chunksAsTheyCome(rows);
  await pipeline(Readable.from(chunks), target);
}

const lineOf = (row: readonly unknown[]): string => `${row.map(copyText).join('\t')}\n`;

function* chunksOf(rows: Iterable<readonly unknown[]>): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += lineOf(row);
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

async function* chunksAsTheyCome(rows: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let chunk = '';
  for await (const row of rows) {
    chunk += lineOf(row);
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
