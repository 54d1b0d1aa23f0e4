import { chmod, cp, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { emit } from '../events/journal.ts';
import { openFile, storeFile } from '../files/files.ts';
import { openSecrets } from '../secrets.ts';
import { backUp } from './back-up.ts';
import { restore } from './restore.ts';

let source: World;
let target: World;
let folder: string;

beforeAll(async () => {
  source = await createWorld();
  target = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
});
afterAll(async () => {
  await source.close();
  await target.close();
  await rm(folder, { recursive: true, force: true });
});

const save = (to: string): ReturnType<typeof backUp> =>
  backUp({
    url: source.url,
    schema: 'main',
    files: source.ctx.files,
    folder: to,
    now: source.clock.now(),
  });

const bring = (from: string): ReturnType<typeof restore> => restore(target.ctx, from);

async function fill(): Promise<number> {
  for (const [at, name] of ['Фёдор\tТаб', 'Line\nbreak', 'Back\\slash', ''].entries()) {
    await source.ctx.pool.query(
      `insert into subscribers (id, kind, display_name, root_id, created_at, updated_at)
       overriding system value values ($1, 'person', $2, $1, now(), now())`,
      [at + 1, name],
    );
  }
  await emit(source.ctx, {
    type: 'test.happened',
    subject: { kind: 'test', id: 1 },
    personal: { was: 'так' },
  });
  const file = await storeFile(source.ctx, {
    name: 'договор.txt',
    contentType: 'text/plain',
    stream: Readable.from([Buffer.from('слово в слово')]),
  });
  return file.id;
}

it('brings a whole base back into an empty place, files included', async () => {
  const fileId = await fill();
  const manifest = await save(folder);
  expect(manifest.files).toBe(1);
  const sealed = source.ctx.secrets.seal('пароль ящика');
  await bring(folder);
  expect((await openSecrets(target.ctx.files.secretKey)).open(sealed)).toBe('пароль ящика');
  const names = await target.ctx.db
    .selectFrom('subscribers')
    .select('displayName')
    .orderBy('id')
    .execute();
  expect(names.map((row) => row.displayName)).toEqual([
    'Фёдор\tТаб',
    'Line\nbreak',
    'Back\\slash',
    '',
  ]);
  const file = await openFile(target.ctx, fileId);
  expect(file && Buffer.concat(await file.stream.toArray()).toString()).toBe('слово в слово');
  const history = await target.ctx.db.selectFrom('personalHistory').select('details').execute();
  expect(history).toEqual([{ details: { was: 'так' } }]);
  await target.ctx.pool.query('select nextval($1)', ['main.subscribers_id_seq']);
  const events = await target.ctx.db
    .selectFrom('events')
    .select('type')
    .where('type', '=', 'test.happened')
    .execute();
  expect(events).toHaveLength(1);
});

it('refuses to write over a backup or over a base', async () => {
  await expect(save(folder)).rejects.toThrow('not empty');
  await expect(bring(folder)).rejects.toThrow('already has a base');
});

describe('a backup that is not as it was made', () => {
  let copy: string;
  let fresh: World;

  beforeAll(async () => {
    fresh = await createWorld();
  });
  afterAll(() => fresh.close());
  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
    await cp(folder, copy, { recursive: true });
  });
  afterEach(() => rm(copy, { recursive: true, force: true }));

  const table = (): string => join(copy, 'tables', 'subscribers.copy.gz');
  const file = async (): Promise<string> => {
    const [month = ''] = await readdir(join(copy, 'files'));
    const [name = ''] = await readdir(join(copy, 'files', month));
    return join(copy, 'files', month, name);
  };

  it.each([
    [
      'the list of what it holds is missing',
      'no whole backup',
      () => rm(join(copy, 'manifest.json')),
    ],
    [
      'the list is cut off',
      'manifest.json is damaged',
      () => truncate(join(copy, 'manifest.json'), 40),
    ],
    ['a table is missing', 'not whole: subscribers is missing', () => rm(table())],
    ['a table is cut off', 'subscribers is damaged', () => truncate(table(), 30)],
    ['a table was changed', 'subscribers is damaged', () => writeFile(table(), gzipSync(''))],
  ])('is refused: %s', async (_what, words, spoil) => {
    await spoil();
    await expect(restore(fresh.ctx, copy)).rejects.toThrow(words);
    expect(await fresh.ctx.db.selectFrom('subscribers').select('id').execute()).toEqual([]);
    // What the software made by itself at the start is there as before.
    expect(await fresh.ctx.db.selectFrom('roles').select('id').execute()).not.toEqual([]);
  });

  it.each([
    ['missing', async () => rm(await file())],
    ['damaged', async () => writeFile(await file(), 'слово за слово')],
  ])('brings all but a file that is %s, and tells it', async (fault, spoil) => {
    await spoil();
    const whole = await createWorld();
    const { badFiles } = await restore(whole.ctx, copy);
    const { id, key } = await whole.ctx.db
      .selectFrom('files')
      .select(['id', 'key'])
      .executeTakeFirstOrThrow();
    expect(badFiles).toEqual([{ id, key, fault }]);
    expect(await whole.ctx.files.disk.exists(key)).toBe(false);
    expect(await whole.ctx.db.selectFrom('subscribers').select('id').execute()).toHaveLength(4);
    await whole.close();
  });
});

it('is its owner’s alone', async () => {
  const path = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
  await chmod(path, 0o755);
  await save(path);
  const modes = await Promise.all(
    ['', 'tables', 'manifest.json', 'tables/staff.copy.gz', 'secret-key'].map(
      async (name) => (await stat(join(path, name))).mode & 0o777,
    ),
  );
  await rm(path, { recursive: true });
  expect(modes).toEqual([0o700, 0o700, 0o600, 0o600, 0o600]);
});
