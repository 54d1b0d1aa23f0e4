import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Files } from '../files/files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { columnList } from './tables.ts';

/**
 * Fills an operator's freshly migrated, still empty schema from a backup, in one transaction: it
 * ends up whole or as it was. The caller then replays the erasures that came after the backup.
 * @throws when the schema already holds a base, or the backup is damaged or from newer software
 */
export async function restore(options: {
  url: string;
  schema: string;
  files: Files;
  folder: string;
}): Promise<Manifest> {
  const manifest = await readManifest(options.folder);
  const client = new pg.Client({
    connectionString: options.url,
    application_name: 'bereg restore',
  });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`set local search_path = ${options.schema}, public`);
    await refuseNewer(client, manifest);
    await emptyBuiltIn(client, manifest);
    for (const table of manifest.tables) await readTable(client, table, options.folder);
    await advanceIds(client, options.schema);
    await renumberUnheard(client);
    await restoreFiles(client, options.files, options.folder, manifest.files);
    await client.query('commit');
  } finally {
    await client.end();
  }
  return manifest;
}

async function refuseNewer(client: pg.Client, manifest: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from migrations',
  );
  const known = new Map(rows.map((row) => [row.name, row.checksum]));
  const strange = manifest.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (strange) {
    throw new Error(
      `the backup knows ${strange.name} otherwise than this version: use its own version`,
    );
  }
}

/**
 * A fresh schema holds rows that the software makes by itself at start; they come again with the
 * backup. Anything a person made means that this is somebody's base: refused.
 */
async function emptyBuiltIn(client: pg.Client, manifest: Manifest): Promise<void> {
  const used = await client.query<{ isUsed: boolean }>(
    `select exists (select from subscribers) or exists (select from staff)
         or exists (select from ledger_transactions) or exists (select from events) as "isUsed"`,
  );
  if (used.rows[0]?.isUsed)
    throw new Error('this operator already has a base: restore into an empty one');
  const names = manifest.tables.map((table) => `"${table.name}"`).join(', ');
  // Append-only tables refuse to be emptied; these hold nothing that happened yet.
  for (const state of ['disable', 'enable']) {
    for (const { name } of manifest.tables) {
      await client.query(`alter table "${name}" ${state} trigger user`);
    }
    if (state === 'disable') await client.query(`truncate ${names} cascade`);
  }
}

async function readTable(
  client: pg.Client,
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

/**
 * Events that some reader had not heard become this server's newest. Readers start before them, so
 * one that was further hears a few twice: never none.
 */
async function renumberUnheard(client: pg.Client): Promise<void> {
  await client.query(`
    alter table events disable trigger events_append_only;
    update events set transaction_id = default where transaction_id is not null;
    alter table events enable trigger events_append_only;
    update event_cursors set transaction_id = pg_current_xact_id(), event_id = 0`);
}

/** The next id of every table stands behind its greatest. */
async function advanceIds(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select s.seqrelid::regclass::text as sequence, c.oid::regclass::text as table,
            a.attname as column
     from   pg_sequence s
     join   pg_depend d on d.objid = s.seqrelid and d.deptype = 'i'
     join   pg_class c on c.oid = d.refobjid
     join   pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
     join   pg_namespace n on n.oid = c.relnamespace
     where  n.nspname = $1`,
    [schema],
  );
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval('${sequence}', greatest((select max("${column}") from ${table}), 1),
              exists (select from ${table}))`,
    );
  }
}

const FILES_AT_ONCE = 500;

type FileRow = { id: string; key: string; sha256: string; contentType: string };

/**
 * Brings the files back, each compared with the sum that its row keeps.
 * @param expected how many the backup had: one erased while it was made is not among them
 */
async function restoreFiles(
  client: pg.Client,
  files: Files,
  folder: string,
  expected: number,
): Promise<void> {
  let after = '0';
  let count = 0;
  for (;;) {
    const { rows } = await client.query<FileRow>(
      `select id, key, sha256, content_type as "contentType" from files
       where  id > $1 and erased_at is null order by id limit $2`,
      [after, FILES_AT_ONCE],
    );
    for (const { id, key, sha256, contentType } of rows) {
      after = id;
      const path = join(folder, 'files', key);
      const found = await stat(path).catch(() => null);
      if (!found) continue;
      if ((await sumOf(path)) !== sha256) throw new Error(`the backup's file ${key} is damaged`);
      await files.disk.putFile(key, path, { contentType });
      count++;
    }
    if (rows.length < FILES_AT_ONCE) break;
  }
  if (count < expected) {
    throw new Error(
      `the backup is not whole: ${expected - count} of ${expected} files are missing`,
    );
  }
}

async function sumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
