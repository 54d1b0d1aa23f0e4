import { copyFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { closedFolder, type Files } from '../files/files.ts';
import { backUpFiles, erasedSince } from './back-up-files.ts';
import { backUpTable } from './back-up-table.ts';
import { closed, type Manifest, manifestName, secretKeyName } from './manifest.ts';
import { tablesInOrder } from './tables.ts';

/**
 * Writes one operator's base into an empty folder: every table by COPY in one snapshot, then every
 * file, compared with what its row keeps. People go on working meanwhile: a file erased while the
 * backup runs is left out. One that is gone or damaged is left out too, and told in the manifest.
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
      tables.push(await backUpTable(client, table, folder));
    }
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select name, checksum from migrations order by name',
    );
    const { count, bad } = await backUpFiles(client, options.files, folder);
    await copyFile(options.files.secretKey, join(folder, secretKeyName));
    await client.query('commit');
    const erasedFileIds = await erasedSince(client, schema, bad);
    const manifest: Manifest = {
      format: 1,
      schema,
      createdAt: options.now.toISOString(),
      migrations: migrations.rows,
      tables,
      files: count,
      badFiles: bad.filter(({ id }) => !erasedFileIds.includes(id)),
      erasedFileIds,
    };
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, closed);
    return manifest;
  } finally {
    await client.end();
  }
}
