import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';
import type { Config } from '../config.ts';
import type { Ctx } from '../context.ts';

/** Where an operator's files lie: a local folder or a bucket, by setting. */
export type Files = {
  disk: Disk;
  /** The local folder; null where files lie in a bucket. */
  folder: string | null;
  temporary: string;
  /** The list of those whose data was erased; always in the data folder. */
  erasures: string;
};

export async function openFiles(config: Config, schema: string): Promise<Files> {
  const temporary = join(config.dataDir, 'tmp');
  await closedFolder(temporary);
  const erasures = join(config.dataDir, `erasures-${schema}.jsonl`);
  const folder = config.BEREG_FILES === 'local' ? join(config.dataDir, 'files', schema) : null;
  return { disk: await openDisk(config, folder), folder, temporary, erasures };
}

/** Passports and whole bases lie here: no other account of the machine looks in. */
export async function closedFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

async function openDisk(config: Config, folder: string | null): Promise<Disk> {
  if (folder !== null) {
    await closedFolder(dirname(folder));
    await closedFolder(folder);
    return new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  }
  // The bucket's client is large and rarely used: loaded only when asked for.
  const { S3Driver } = await import('flydrive/drivers/s3');
  const { BEREG_S3_ACCESS_KEY: accessKeyId, BEREG_S3_SECRET_KEY: secretAccessKey } = config;
  return new Disk(
    new S3Driver({
      bucket: config.BEREG_S3_BUCKET ?? '',
      region: config.BEREG_S3_REGION,
      visibility: 'private',
      supportsACL: false,
      ...(config.BEREG_S3_ENDPOINT && { endpoint: config.BEREG_S3_ENDPOINT, forcePathStyle: true }),
      ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    }),
  );
}

export type StoredFile = { id: number; key: string; name: string; sizeBytes: number };

/**
 * Stores a stream as a file. The bytes are whole and on disk before the row is written; a crash
 * between the two leaves a file without a row, which harms nobody.
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
    await ctx.files.disk.putStream(key, createReadStream(path), {
      contentType: file.contentType,
      contentLength: sizeBytes,
    });
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

/** A stored file's bytes, from the first; null when there is no such file or it was erased. */
export async function openFile(
  ctx: Ctx,
  id: number,
): Promise<{ stream: Readable; name: string; contentType: string; sizeBytes: number } | null> {
  const file = await ctx.db
    .selectFrom('files')
    .select(['key', 'name', 'contentType', 'sizeBytes'])
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  if (!file) return null;
  return { ...file, stream: await ctx.files.disk.getStream(file.key) };
}

/** Removes a file's bytes for good; its row stays and says that it was. */
export async function eraseFile(ctx: Ctx, id: number): Promise<void> {
  const file = await ctx.db
    .updateTable('files')
    .set({ erasedAt: ctx.clock.now(), name: '', subscriberId: null })
    .where('id', '=', id)
    .where('erasedAt', 'is', null)
    .returning('key')
    .executeTakeFirst();
  if (file) await ctx.files.disk.delete(file.key);
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
