import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Disk, FilesAway } from './disk.ts';
import { folderDisk } from './folder-disk.ts';

let folder: string;
let from: string;
let disk: Disk;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bereg-disk-'));
  from = join(folder, 'from');
  disk = folderDisk(join(folder, 'files'));
});
afterEach(() => rm(folder, { recursive: true }));

const text = { contentType: 'text/plain' };
const textAt = async (key: string): Promise<string> =>
  Buffer.concat(await (await disk.getStream(key)).toArray()).toString();

test('what is put is read back, and replaced whole', async () => {
  await writeFile(from, 'первое');
  await disk.putFile('2026-03/a', from, text);
  await writeFile(from, 'второе');
  await disk.putFile('2026-03/a', from, text);
  expect(await textAt('2026-03/a')).toBe('второе');
  expect(await readdir(join(folder, 'files', '2026-03'))).toEqual(['a']);
  expect((await stat(join(folder, 'files/2026-03/a'))).mode & 0o777).toBe(0o600);
});

test('what cannot be put leaves what was there, and nothing beside it', async () => {
  await writeFile(from, 'первое');
  await disk.putFile('2026-03/a', from, text);
  await rm(from);
  await expect(disk.putFile('2026-03/a', from, text)).rejects.toThrow(
    'cannot write a file: ENOENT',
  );
  expect(await textAt('2026-03/a')).toBe('первое');
  expect(await readdir(join(folder, 'files', '2026-03'))).toEqual(['a']);
});

test('what is deleted is gone, and may be deleted again', async () => {
  await writeFile(from, 'первое');
  await disk.putFile('a', from, text);
  expect(await disk.exists('a')).toBe(true);
  await disk.delete('a');
  await disk.delete('a');
  expect(await disk.exists('a')).toBe(false);
  await expect(disk.getStream('a')).rejects.toBeInstanceOf(FilesAway);
});

test.each(['../from', '/etc/hostname', '2026-03/../../from', '..'])(
  'a key does not lead out of the folder: %s',
  async (key) => {
    await writeFile(from, 'чужое');
    await expect(disk.getStream(key)).rejects.toThrow('leads out');
    await expect(disk.putFile(key, from, text)).rejects.toThrow('leads out');
    await expect(disk.delete(key)).rejects.toThrow('leads out');
  },
);
