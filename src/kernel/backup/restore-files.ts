import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BulkCtx } from '../db/bulk.ts';
import type { BadFile } from './manifest.ts';

const FILES_AT_ONCE = 500;

type FileRow = { id: number; key: string; sha256: string; contentType: string };

/**
 * Brings the files back, each compared with the sum that its row keeps.
 * @returns those that the backup lacks, or holds otherwise than they were stored
 */
export async function restoreFiles({ client, files }: BulkCtx, folder: string): Promise<BadFile[]> {
  const bad: BadFile[] = [];
  let after = 0;
  for (;;) {
    const { rows } = await client.query<FileRow>(
      `select id, key, sha256, content_type as "contentType" from files
       where  id > $1 and erased_at is null order by id limit $2`,
      [after, FILES_AT_ONCE],
    );
    for (const { id, key, sha256, contentType } of rows) {
      after = id;
      const path = join(folder, 'files', key);
      const sum = await sumOf(path);
      if (sum === sha256) await files.disk.putFile(key, path, { contentType });
      else bad.push({ id, key, fault: sum === null ? 'missing' : 'damaged' });
    }
    if (rows.length < FILES_AT_ONCE) return bad;
  }
}

/** Null where no file is; what cannot be read has the sum of nothing that was ever stored. */
async function sumOf(path: string): Promise<string | null> {
  if (!(await stat(path).catch(() => null))) return null;
  const hash = createHash('sha256');
  const isRead = await pipeline(createReadStream(path), hash).then(
    () => true,
    () => false,
  );
  return isRead ? hash.digest('hex') : '';
}
