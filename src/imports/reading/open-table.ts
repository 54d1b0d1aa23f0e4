import { stat } from 'node:fs/promises';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { fileSource } from './file-source.ts';
import { detectFormat, readHead, readTable } from './table.ts';

/** A table of a file, to be read as often as needed. */
export type OpenTable = {
  columns: string[];
  rows: () => AsyncIterable<string[][]>;
  /** How many rows could not be read, the last time that all were. */
  brokenRows: number;
};

/**
 * Opens a table whose first row names its columns; encoding, delimiter and quotes are found as they
 * are for an import. Rows that cannot be read are passed over and counted.
 */
export async function openTable(path: string): Promise<Result<OpenTable>> {
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (!isFile) return fail('imports.no_such_file', { path });
  const source = await fileSource(path);
  if (source.sizeBytes === 0) return fail('imports.file_empty');
  const found = await detectFormat(source, { hasHeader: true }, () => false);
  if (!found.ok) return found;
  const { format } = found.value;
  const { columns, start } = await readHead(source, format, 1);
  const table: OpenTable = {
    columns,
    brokenRows: 0,
    async *rows() {
      table.brokenRows = 0;
      for await (const batch of readTable(source, format, columns.length, start)) {
        const whole = batch.filter((row) => row.error === null);
        table.brokenRows += batch.length - whole.length;
        yield whole.map(({ cells }) => cells);
      }
    },
  };
  return ok(table);
}
