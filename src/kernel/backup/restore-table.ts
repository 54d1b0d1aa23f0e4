import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Manifest } from './manifest.ts';
import { columnList } from './tables.ts';

/**
 * Fills an empty table from the backup's folder.
 * @throws when it is missing, or is not what the manifest says
 */
export async function restoreTable(
  client: pg.ClientBase,
  table: Manifest['tables'][number],
  folder: string,
): Promise<void> {
  const hash = createHash('sha256');
  const digest = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const path = join(folder, 'tables', `${table.name}.copy.gz`);
  if (!(await stat(path).catch(() => null))) {
    throw new Error(`the backup is not whole: ${table.name} is missing`);
  }
  const target = client.query(
    copyFrom(`COPY "${table.name}" (${columnList(table.columns)}) FROM STDIN`),
  );
  const damaged = new Error(`the backup's ${table.name} is damaged`);
  await pipeline(createReadStream(path), createGunzip(), digest, target).catch((cause: Error) => {
    // What the database itself says of the rows is told as it is; the rest is the file's fault.
    throw 'severity' in cause ? cause : damaged;
  });
  if (hash.digest('hex') !== table.sha256 || target.rowCount !== table.rows) throw damaged;
}
