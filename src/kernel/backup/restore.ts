import { chmod, copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Ctx } from '../context.ts';
import { inBulkTransaction } from '../db/bulk.ts';
import type { Files } from '../files/files.ts';
import { openSecrets, type Secrets } from '../secrets.ts';
import { type BadFile, type Manifest, readManifest, secretKeyName } from './manifest.ts';
import { restoreFiles } from './restore-files.ts';
import { restoreTable } from './restore-table.ts';
import { restored } from './restored.ts';

/**
 * Fills an operator's freshly migrated, still empty schema from a backup, and erases again whom the
 * operator's list of erasures names: in one transaction, so that it ends up whole or as it was, and
 * nobody who was erased is ever back. A bad file costs that file alone.
 * @returns what was restored, and the files that the backup lacks or holds damaged
 * @throws when the schema already holds a base, or the backup is damaged or from newer software
 */
export async function restore(ctx: Ctx, folder: string): Promise<Restored> {
  const manifest = await readManifest(folder);
  return inBulkTransaction(ctx, async (bulk) => {
    const { client } = bulk;
    await refuseNewer(client, manifest);
    await takeAlone(client, manifest);
    await emptyBuiltIn(client, manifest);
    for (const table of manifest.tables) await restoreTable(client, table, folder);
    await advanceIds(client, ctx.operator.schema);
    await renumberUnheard(client);
    await noteErasedFiles(client, manifest);
    // Before the files: of whom it erases none is brought back at all.
    const secrets = await restoreKey(ctx.files, folder);
    for (const { piece } of restored.fills) await piece({ ...bulk, secrets });
    return { manifest, badFiles: await restoreFiles(bulk, folder) };
  });
}

type Restored = { manifest: Manifest; badFiles: BadFile[] };

/**
 * The base is new, so nothing was sealed with the key that stands here. A backup without a key
 * leaves it, and what cannot be opened is told by whoever keeps it.
 */
async function restoreKey(files: Files, folder: string): Promise<Secrets> {
  const path = join(folder, secretKeyName);
  if (await stat(path).catch(() => null)) {
    await copyFile(path, files.secretKey);
    await chmod(files.secretKey, 0o600);
  }
  return openSecrets(files.secretKey);
}

async function refuseNewer(client: pg.ClientBase, manifest: Manifest): Promise<void> {
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

const namesOf = ({ tables }: Manifest): string => tables.map(({ name }) => `"${name}"`).join(', ');

/**
 * Takes all tables for this transaction alone. Until they are free it waits with empty hands: the
 * queue keeps its house here too, and each would wait for what the other holds.
 */
async function takeAlone(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await client.query('savepoint alone');
    try {
      await client.query(`lock table ${namesOf(manifest)} in access exclusive mode nowait`);
      return;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)) throw error;
      if (tries === MOST_TRIES) {
        throw new Error('somebody is at work in this base: stop it first', { cause: error });
      }
      await client.query('rollback to savepoint alone');
      await pause(PAUSE_MS);
    }
  }
}

const LOCK_NOT_AVAILABLE = '55P03';
const MOST_TRIES = 150;
const PAUSE_MS = 200;

/**
 * A fresh schema holds rows that the software makes by itself at start; they come again with the
 * backup. Anything a person made means that this is somebody's base: refused.
 */
async function emptyBuiltIn(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  const used = await client.query<{ isUsed: boolean }>(
    `select exists (select from subscribers) or exists (select from staff)
         or exists (select from ledger_transactions) or exists (select from events) as "isUsed"`,
  );
  if (used.rows[0]?.isUsed)
    throw new Error('this operator already has a base: restore into an empty one');
  // Append-only tables refuse to be emptied; these hold nothing that happened yet.
  for (const state of ['disable', 'enable']) {
    for (const { name } of manifest.tables) {
      await client.query(`alter table "${name}" ${state} trigger user`);
    }
    if (state === 'disable') await client.query(`truncate ${namesOf(manifest)} cascade`);
  }
}

/**
 * Events that some reader had not heard become this server's newest. Readers start before them, so
 * one that was further hears a few twice: never none.
 */
async function renumberUnheard(client: pg.ClientBase): Promise<void> {
  await client.query(`
    alter table events disable trigger events_append_only;
    update events set transaction_id = default where transaction_id is not null;
    alter table events enable trigger events_append_only;
    update event_cursors set transaction_id = pg_current_xact_id(), event_id = 0`);
}

/** The next id of every table stands behind its greatest. */
async function advanceIds(client: pg.ClientBase, schema: string): Promise<void> {
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

/** Erased while the backup was made: their rows are older than their end. */
async function noteErasedFiles(client: pg.ClientBase, manifest: Manifest): Promise<void> {
  await client.query(
    `update files set erased_at = $2, name = '', subscriber_id = null
     where  id = any($1::bigint[]) and erased_at is null`,
    [manifest.erasedFileIds, manifest.createdAt],
  );
}
