import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { closedFolder, type Files } from '../files/files.ts';
import { whole } from '../files/whole.ts';
import { type BadFile, closed } from './manifest.ts';

const FILES_AT_ONCE = 500;

type FileRow = { id: string; key: string; sizeBytes: string; sha256: string };

/**
 * Copies every file of the snapshot that `client` stands in, each compared with what its row keeps.
 * @returns how many are whole, and which are not: left out, or erased since
 * @throws when the storage of files does not answer, or the folder takes no more
 */
export async function backUpFiles(
  client: pg.Client,
  files: Files,
  folder: string,
): Promise<{ count: number; bad: BadFile[] }> {
  const bad: BadFile[] = [];
  let after = '0';
  let count = 0;
  for (;;) {
    const { rows } = await client.query<FileRow>(
      `select id, key, size_bytes as "sizeBytes", sha256 from files
       where  id > $1 and erased_at is null order by id limit $2`,
      [after, FILES_AT_ONCE],
    );
    for (const row of rows) {
      after = row.id;
      const fault = await writeFileOf(row, files, join(folder, 'files', row.key));
      if (fault) bad.push({ id: Number(row.id), key: row.key, fault });
      else count++;
    }
    if (rows.length < FILES_AT_ONCE) return { count, bad };
  }
}

/**
 * Copies a file whole, or not at all.
 * @returns what is wrong with it
 * @throws when the storage of files does not answer
 */
async function writeFileOf(
  { key, sizeBytes, sha256 }: FileRow,
  { disk }: Files,
  path: string,
): Promise<BadFile['fault'] | null> {
  await closedFolder(dirname(path));
  // Garbled on its way, it comes whole the next time.
  for (let tries = 1; tries <= 2; tries += 1) {
    if (!(await disk.exists(key))) return 'missing';
    const stored = { sizeBytes: Number(sizeBytes), sha256 };
    const stream = await disk.getStream(key).catch(() => null);
    if (stream && (await isCopied(whole(stream, stored), path))) return null;
  }
  return 'damaged';
}

/** @throws when it cannot be written, which is no fault of the file */
async function isCopied(stream: Readable, path: string): Promise<boolean> {
  const target = createWriteStream(path, closed);
  // Whichever fails first takes the other with it.
  let failed: Readable | Writable | undefined;
  for (const one of [stream, target]) one.once('error', () => (failed ??= one));
  try {
    await pipeline(stream, target);
    return true;
  } catch (error) {
    await rm(path, { force: true });
    if (failed === target) throw error;
    return false;
  }
}

/** Which of the files without good bytes were erased since the snapshot, as seen after its end. */
export async function erasedSince(
  client: pg.Client,
  schema: string,
  bad: readonly BadFile[],
): Promise<number[]> {
  if (bad.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `select b.id from unnest($1::bigint[]) as b (id)
     where  not exists (select from ${schema}.files f where f.id = b.id and f.erased_at is null)`,
    [bad.map(({ id }) => id)],
  );
  return rows.map(({ id }) => Number(id));
}
