import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type BucketServer, bucketSettings, startBucketServer } from '../../testing/s3/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { eraseFile, openFile, storeFile } from '../files/files.ts';
import { backUp } from './back-up.ts';
import type { Manifest } from './manifest.ts';
import { restore } from './restore.ts';

let store: BucketServer;
let world: World;
let folder: string;
let kept: { id: number; key: string };

beforeAll(async () => {
  store = await startBucketServer();
  world = await createWorld(bucketSettings(store));
  const stream = Readable.from([Buffer.from('слово в слово')]);
  kept = await storeFile(world.ctx, { name: 'а.txt', contentType: 'text/plain', stream });
});
afterAll(async () => {
  await world.close();
  await store.stop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
});
afterEach(async () => {
  await store.mend();
  await rm(folder, { recursive: true });
});

const save = (files = world.ctx.files): Promise<Manifest> =>
  backUp({ url: world.url, schema: 'main', files, folder, now: world.clock.now() });
const bad = (fault: string) => [{ id: kept.id, key: kept.key, fault }];

test.each(['garbles', 'cuts'] as const)('a file that the bucket %s is told', async (trouble) => {
  store.trouble = trouble;
  expect(await save()).toMatchObject({ files: 0, badFiles: bad('damaged') });
  await store.mend();
  // Everything else is in the backup, and it is told again whom it lacks.
  const fresh = await createWorld();
  const { badFiles } = await restore(fresh.ctx, folder);
  expect(badFiles).toEqual(bad('missing'));
  expect(await fresh.ctx.db.selectFrom('files').select('id').execute()).toEqual([{ id: kept.id }]);
  await fresh.close();
});

test('a file that was garbled on its way is fetched again', async () => {
  const { disk } = world.ctx.files;
  const once = async (key: string): Promise<boolean> => {
    const isThere = await disk.exists(key);
    if (!store.asked.includes(`GET ${key}`)) store.nextTrouble = 'garbles';
    return isThere;
  };
  store.asked.length = 0;
  const manifest = await save({ ...world.ctx.files, disk: { ...disk, exists: once } });
  expect(manifest).toMatchObject({ files: 1, badFiles: [] });
});

test('a bucket that does not answer makes no backup', async () => {
  store.trouble = 'refuses';
  await expect(save()).rejects.toThrow('cannot find a file');
});

test('a file erased while the backup is made is nobody’s loss', async () => {
  const stream = Readable.from([Buffer.from('недолго')]);
  const file = { name: 'б.txt', contentType: 'text/plain', stream };
  const { id } = await storeFile(world.ctx, file);
  const { disk } = world.ctx.files;
  const exists = async (key: string): Promise<boolean> => {
    await eraseFile(world.ctx, id);
    return disk.exists(key);
  };
  const manifest = await save({ ...world.ctx.files, disk: { ...disk, exists } });
  expect(manifest).toMatchObject({ files: 1, badFiles: [], erasedFileIds: [id] });
  const fresh = await createWorld();
  expect((await restore(fresh.ctx, folder)).badFiles).toEqual([]);
  // Its row says so from now on, so that no later backup misses it.
  expect(await openFile(fresh.ctx, id)).toBe(null);
  expect(await openFile(fresh.ctx, kept.id)).not.toBe(null);
  await fresh.close();
});

test('a file whose bytes are gone is told', async () => {
  store.objects.clear();
  expect(await save()).toMatchObject({ files: 0, badFiles: bad('missing') });
});
