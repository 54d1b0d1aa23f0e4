import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Ctx } from '../context.ts';
import { whole } from './whole.ts';

/**
 * Lets `work` read a stored file by a path on this machine, for what must jump about in it. A file
 * in a bucket is copied first and the copy removed afterwards.
 * @returns what `work` returns, or null when there is no such file or it was erased
 */
export async function withLocalPath<T>(
  ctx: Ctx,
  fileId: number,
  work: (path: string) => Promise<T>,
): Promise<T | null> {
  const file = await ctx.db
    .selectFrom('files')
    .select(['key', 'sizeBytes', 'sha256'])
    .where('id', '=', fileId)
    .where('erasedAt', 'is', null)
    .executeTakeFirst();
  if (!file) return null;
  if (ctx.files.folder !== null) return work(join(ctx.files.folder, file.key));
  const copy = join(ctx.files.temporary, randomUUID());
  try {
    const stream = whole(await ctx.files.disk.getStream(file.key), file);
    await pipeline(stream, createWriteStream(copy, { mode: 0o600 }));
    return await work(copy);
  } finally {
    await rm(copy, { force: true });
  }
}
