import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BucketServer, bucketSettings, startBucketServer } from '../../testing/s3/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { backUp } from '../backup/back-up.ts';
import { restore } from '../backup/restore.ts';
import { eraseFile, openFile, openFiles, storeFile } from './files.ts';
import { withLocalPath } from './with-local-path.ts';

let store: BucketServer;
let world: World;

beforeAll(async () => {
  store = await startBucketServer();
  world = await createWorld(bucketSettings(store));
});
afterAll(async () => {
  await world.close();
  await store.stop();
});
beforeEach(() => {
  store.objects.clear();
  store.asked.length = 0;
});
afterEach(() => store.mend());

const keep = (bytes: Buffer) =>
  storeFile(world.ctx, {
    name: 'паспорт.pdf',
    contentType: 'application/pdf',
    stream: Readable.from([bytes]),
  });
const bytesOf = async (id: number): Promise<Buffer> => {
  const file = await openFile(world.ctx, id);
  if (!file) throw new Error('there is no such file');
  return Buffer.concat(await file.stream.toArray());
};
const rows = async (): Promise<number> => {
  const files = world.ctx.db.selectFrom('files').select(({ fn }) => fn.countAll<number>().as('n'));
  return (await files.executeTakeFirstOrThrow()).n;
};
const leftovers = () => readdir(world.ctx.files.temporary);

describe('a file in a bucket', () => {
  test.each([
    ['empty', 0],
    ['of a byte', 1],
    ['of a chunk and a bit', 65_537],
    ['large', 6 * 1024 * 1024 + 17],
  ])('is read back as it was stored: %s', async (_what, size) => {
    const bytes = randomBytes(size);
    const { id, key } = await keep(bytes);
    expect(store.objects.get(key)?.bytes.equals(bytes)).toBe(true);
    expect((await bytesOf(id)).equals(bytes)).toBe(true);
    const copied = await withLocalPath(world.ctx, id, (path) => readFile(path));
    expect(copied?.equals(bytes)).toBe(true);
    expect(await leftovers()).toEqual([]);
  });

  test('is gone from it when it is erased, however often that is asked', async () => {
    const { id, key } = await keep(randomBytes(10));
    await eraseFile(world.ctx, id);
    expect(store.objects.has(key)).toBe(false);
    expect(await openFile(world.ctx, id)).toBeNull();
    await eraseFile(world.ctx, id);
  });
});

describe('a server in trouble', () => {
  test('that is late is waited for', async () => {
    const { id } = await keep(Buffer.from('поздно'));
    store.trouble = 'late';
    expect((await bytesOf(id)).toString()).toBe('поздно');
  });

  test.each([
    ['cuts', 'aborted'],
    ['garbles', 'it is not what was stored'],
  ] as const)('that %s gives no wrong file', async (trouble, words) => {
    const { id } = await keep(randomBytes(100_000));
    store.trouble = trouble;
    await expect(bytesOf(id)).rejects.toThrow(words);
    const copied = withLocalPath(world.ctx, id, () => Promise.resolve('read'));
    await expect(copied).rejects.toThrow(words);
    expect(await leftovers()).toEqual([]);
  });

  test.each(['refuses', 'unheard'] as const)('that %s once has the file once', async (trouble) => {
    const bytes = randomBytes(200_000);
    const before = await rows();
    store.nextTrouble = trouble;
    const { id, key } = await keep(bytes);
    expect(store.asked).toEqual([`PUT ${key}`, `PUT ${key}`]);
    expect([...store.objects.keys()]).toEqual([key]);
    expect(await rows()).toBe(before + 1);
    store.nextTrouble = 'refuses';
    expect((await bytesOf(id)).equals(bytes)).toBe(true);
  });

  test('is told by its own word, and a wrong key is not tried again', async () => {
    const config = { ...world.installation.config, BEREG_S3_SECRET_KEY: 'not ours' };
    const stranger = { ...world.ctx, files: await openFiles(config, 'main') };
    const stream = Readable.from([randomBytes(10)]);
    const file = { name: 'x', contentType: 'text/plain', stream };
    await expect(storeFile(stranger, file)).rejects.toThrow(
      'cannot write a file: SignatureDoesNotMatch',
    );
    expect(store.asked.filter((one) => one.startsWith('PUT'))).toHaveLength(1);
    expect(store.objects.size).toBe(0);
  });

  test('that is silent is given up, for reading and for writing', async () => {
    const { id } = await keep(randomBytes(10));
    const before = await rows();
    const files = await openFiles(world.installation.config, 'main', { silenceMs: 300 });
    const impatient = { ...world.ctx, files };
    store.trouble = 'silent';
    await expect(openFile(impatient, id)).rejects.toThrow('cannot read a file');
    const stream = Readable.from([randomBytes(10)]);
    const file = { name: 'x', contentType: 'text/plain', stream };
    await expect(storeFile(impatient, file)).rejects.toThrow('cannot write a file');
    expect(await rows()).toBe(before);
    expect(await leftovers()).toEqual([]);
  });

  test('leaves nobody’s file behind as erased', async () => {
    const { id, key } = await keep(randomBytes(10));
    store.trouble = 'refuses';
    await expect(eraseFile(world.ctx, id)).rejects.toThrow('cannot delete a file');
    store.trouble = null;
    await eraseFile(world.ctx, id);
    expect(store.objects.has(key)).toBe(false);
  });

  test('keeps no bytes of a file that was not recorded', async () => {
    const stream = Readable.from([randomBytes(10)]);
    // A name that the table cannot hold: the bytes are in the bucket by then.
    const file = { name: 'а\u0000б', contentType: 'text/plain', stream };
    await expect(storeFile(world.ctx, file)).rejects.toThrow('invalid byte sequence');
    expect(store.asked.map((one) => one.split(' ')[0])).toEqual(['PUT', 'DELETE']);
    expect(store.objects.size).toBe(0);
  });
});

test('a backup brings files from one bucket into another', async () => {
  const bytes = randomBytes(5000);
  const { id } = await keep(bytes);
  const other = await startBucketServer();
  const fresh = await createWorld(bucketSettings(other));
  const folder = await mkdtemp(join(tmpdir(), 'bereg-bucket-'));
  const schema = 'main';
  const now = world.clock.now();
  await backUp({ url: world.url, schema, files: world.ctx.files, folder, now });
  await restore(fresh.ctx, folder);
  const file = await openFile(fresh.ctx, id);
  expect(file && Buffer.concat(await file.stream.toArray()).equals(bytes)).toBe(true);
  expect(other.objects.size).toBe(1);
  await rm(folder, { recursive: true });
  await fresh.close();
  await other.stop();
});
