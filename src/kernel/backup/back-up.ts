import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { closedFolder, type Files } from '../files/files.ts';
import { type Manifest, manifestName } from './manifest.ts';
import { columnList, type BackupTable, tablesInOrder } from './tables.ts';

/** A backup holds every person, password's hash and secret: it is its owner's alone. */
const closed = { mode: 0o600 };

/**
 * Writes one operator's base into an empty folder: every table by COPY in one snapshot, then every
 * file. People go on working meanwhile. A file erased while the backup runs is left out.
 * @throws when the folder is not empty
 */
export async function backUp(options: {
  url: string;
  schema: string;
  files: Files;
  folder: string;
  now: Date;
}): Promise<Manifest> {
  const { schema, folder } = options;
  await closedFolder(folder);
  await closedFolder(join(folder, 'tables'));
  if ((await readdir(folder)).length > 1 || (await readdir(join(folder, 'tables'))).length > 0) {
    throw new Error(`${folder} is not empty: a backup is never written over another`);
  }
  const client = new pg.Client({ connectionString: options.url, application_name: 'bereg backup' });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(`set local search_path = ${schema}, public`);
    const tables: Manifest['tables'] = [];
    for (const table of await tablesInOrder(client, schema)) {
      tables.push(await writeTable(client, table, folder));
    }
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select name, checksum from migrations order by name',
    );
    const files = await writeFiles(client, options.files, folder);
    await client.query('commit');
    const manifest: Manifest = {
      format: 1,
      schema,
      createdAt: options.now.toISOString(),
      migrations: migrations.rows,
      tables,
      files,
    };
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, closed);
    return manifest;
  } finally {
    await client.end();
  }
}

async function writeTable(
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

const FILES_AT_ONCE = 500;

async function writeFiles(client: pg.Client, files: Files, folder: string): Promise<number> {
  let after = '0';
  let count = 0;
  for (;;) {
    const { rows } = await client.query<{ id: string; key: string }>(
      'select id, key from files where id > $1 and erased_at is null order by id limit $2',
      [after, FILES_AT_ONCE],
    );
    for (const { id, key } of rows) {
      after = id;
      if (!(await files.disk.exists(key))) continue;
      const path = join(folder, 'files', key);
      await closedFolder(dirname(path));
      await pipeline(await files.disk.getStream(key), createWriteStream(path, closed));
      count++;
    }
    if (rows.length < FILES_AT_ONCE) return count;
  }
}
