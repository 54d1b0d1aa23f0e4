import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { type Disk, orAway } from './disk.ts';

/** Files in a folder of this machine, for its owner's eyes alone. */
export function folderDisk(folder: string): Disk {
  const root = resolve(folder);
  const pathOf = (key: string): string => {
    const path = resolve(root, key);
    if (!path.startsWith(root + sep)) throw new Error('a key leads out of the folder of files');
    return path;
  };
  return {
    putFile: (key, from) => orAway('write', () => putFile(pathOf(key), from)),
    getStream: (key) =>
      orAway('read', async () => (await open(pathOf(key))).createReadStream({ autoClose: true })),
    exists: (key) =>
      orAway('find', () =>
        stat(pathOf(key)).then(
          () => true,
          (error: NodeJS.ErrnoException) => {
            if (error.code === 'ENOENT') return false;
            throw error;
          },
        ),
      ),
    // Also what a killed process had copied of it.
    delete: (key) =>
      orAway('delete', async () => {
        await rm(pathOf(key), { force: true });
        await rm(besideOf(pathOf(key)), { force: true });
      }),
  };
}

const besideOf = (path: string): string => `${path}.part`;

/**
 * Whole under its name, or not there: it is copied beside it, brought to the disk, then renamed.
 */
async function putFile(path: string, from: string): Promise<void> {
  const beside = besideOf(path);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  try {
    await copyFile(from, beside);
    const copy = await open(beside, 'r+');
    try {
      await copy.chmod(0o600);
      await copy.sync();
    } finally {
      await copy.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
