import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { closed, type Manifest } from './manifest.ts';
import { type BackupTable, columnList } from './tables.ts';

/** Writes a table's rows by COPY into the backup's folder; gives what the manifest says of it. */
export async function backUpTable(
  client: pg.Client,
  table: BackupTable,
  folder: string,
): Promise<Manifest['tables'][number]> {
  const source = client.query(
    copyTo(`COPY (select ${selectList(table)} from "${table.name}") TO STDOUT`),
  );
  const hash = createHash('sha256');
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const path = join(folder, 'tables', `${table.name}.copy.gz`);
  await pipeline(source, digest, createGzip({ level: 1 }), createWriteStream(path, closed));
  return { ...table, rows: source.rowCount, sha256: hash.digest('hex') };
}

/**
 * Transactions are numbered by the server they ran on, so an event goes without its number, unless
 * a reader of the journal has still to hear it: the restore numbers those anew.
 */
function selectList(table: BackupTable): string {
  if (table.name !== 'events') return columnList(table.columns);
  return table.columns
    .map((column) =>
      column === 'transaction_id'
        ? `case when transaction_id >= (select min(transaction_id) from event_cursors)
                then transaction_id end as transaction_id`
        : `"${column}"`,
    )
    .join(', ');
}
