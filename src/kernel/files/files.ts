import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Config } from '../config.ts';
import type { Ctx } from '../context.ts';
import { noteBegun } from './begun.ts';
import type { Disk } from './disk.ts';
import { folderDisk } from './folder-disk.ts';
import { whole } from './whole.ts';

/** Where an operator's files lie: a local folder or a bucket, by setting. */
export type Files = {
  disk: Disk;
  /** The local folder; null where files lie in a bucket. */
  folder: string | null;
  temporary: string;
  /** Here stands by name what was begun to be stored within the last day. */
  begun: string;
  /** The list of those whose data was erased; always in the data folder. */
  erasures: string;
  /** The key that secrets are sealed with; always in the data folder. */
  secretKey: string;
};

const SILENCE_MS = 20_000;

/** @param options.silenceMs how long the server of a bucket is waited for */
export async function openFiles(
  config: Config,
  schema: string,
  options: { silenceMs?: number } = {},
): Promise<Files> {
  const temporary = join(config.dataDir, 'tmp');
  await closedFolder(temporary);
  const begun = join(config.dataDir, 'begun', schema);
  await closedFolder(begun);
  const erasures = join(config.dataDir, `erasures-${schema}.jsonl`);
  const secretKey = join(config.dataDir, `secret-key-${schema}`);
  if (config.BEREG_FILES === 'local') {
    const folder = join(config.dataDir, 'files', schema);
    await closedFolder(dirname(folder));
    await closedFolder(folder);
    return { disk: folderDisk(folder), folder, temporary, begun, erasures, secretKey };
  }
  // The bucket's client is large and rarely used: loaded only when asked for.
  const { bucketDisk } = await import('./bucket-disk.ts');
  const disk = bucketDisk(config, options.silenceMs ?? SILENCE_MS);
  return { disk, folder: null, temporary, begun, erasures, secretKey };
}

/** Passports and whole bases lie here: no other account of the machine looks in. */
export async function closedFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

export type StoredFile = { id: number; key: string; name: string; sizeBytes: number };

/**
 * Stores a stream as a file. The bytes are whole and in their place before the row is written; what
 * a crash between the two leaves, or a transaction that comes to nothing, goes a day later.
 */
export async function storeFile(
  ctx: Ctx,
  file: { name: string; contentType: string; stream: Readable; subscriberId?: number },
): Promise<StoredFile> {
  const now = ctx.clock.now();
  const key = `${now.toISOString().slice(0, 7)}/${randomUUID()}`;
  const path = join(ctx.files.temporary, randomUUID());
  try {
    const { sizeBytes, sha256 } = await spool(file.stream, path);
    const { contentType } = file;
    await noteBegun(ctx.files, key);
    await ctx.files.disk.putFile(key, path, { contentType });
    const { id } = await ctx.db
      .insertInto('files')
      .values({
        key,
        name: file.name.slice(0, 255),
        contentType: file.contentType.slice(0, 100),
        sizeBytes,
        sha256,
        subscriberId: file.subscriberId ?? null,
        createdAt: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return { id, key, name: file.name, sizeBytes };
  } catch (error) {
    // Stored it may be all the same, if only the answer was lost.
    await ctx.files.disk.delete(key).catch(() => undefined);
    throw error;
  } finally {
    await rm(path, { force: true });
  }
}

async function spool(
  stream: Readable,
  path: string,
): Promise<{ sizeBytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(stream, count, createWriteStream(path, { flush: true, mode: 0o600 }));
  return { sizeBytes, sha256: hash.digest('hex') };
}

/**
 * A stored file's bytes, from the first; null when there is no such file or it was erased. Other
 * bytes than were stored end in an error.
 */
export async function openFile(
  ctx: Ctx,
  id: number,
): Promise<{ stream: Readable; name: string; contentType: string; sizeBytes: number } | null> {
  const file = await ctx.db
    .selectFrom('files')
    .select(['key', 'name', 'contentType', 'sizeBytes', 'sha256'])
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  if (!file) return null;
  return { ...file, stream: whole(await ctx.files.disk.getStream(file.key), file) };
}

/**
 * Removes a file's bytes for good; its row stays and says that it was. The bytes go first: a row
 * that says so of bytes that are still there would keep them for ever.
 */
export async function eraseFile(ctx: Ctx, id: number): Promise<void> {
  const file = await ctx.db
    .selectFrom('files')
    .select('key')
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  if (!file) return;
  await ctx.files.disk.delete(file.key);
  await ctx.db
    .updateTable('files')
    .set({ erasedAt: ctx.clock.now(), name: '', subscriberId: null })
    .where('id', '=', id)
    .execute();
}

/** Forgets what files were called, where the names say more than their keepers may know. */
export async function forgetFileNames(ctx: Ctx, fileIds: readonly number[]): Promise<void> {
  if (fileIds.length === 0) return;
  await ctx.db.updateTable('files').set({ name: '' }).where('id', 'in', fileIds).execute();
}

/** Makes files a subscriber's own, so that they are erased with everything else of that person. */
export async function leaveFilesTo(
  ctx: Ctx,
  fileIds: readonly number[],
  subscriberId: number,
): Promise<void> {
  if (fileIds.length === 0) return;
  await ctx.db
    .updateTable('files')
    .set({ subscriberId })
    .where('id', 'in', fileIds)
    .where('erasedAt', 'is', null)
    .execute();
}
