import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { emit } from '../events/journal.ts';
import { openFile, storeFile } from '../files/files.ts';
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

const bring = (from: string): ReturnType<typeof restore> =>
  restore({ url: target.url, schema: 'main', files: target.ctx.files, folder: from });

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
  await bring(folder);
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

it('refuses a folder that is no whole backup, and one that is damaged', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
  await expect(bring(empty)).rejects.toThrow('no whole backup');
  await rm(empty, { recursive: true });
  const fresh = await createWorld();
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    tables: { name: string; sha256: string }[];
  };
  for (const table of manifest.tables) if (table.name === 'subscribers') table.sha256 = 'other';
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const damaged = restore({ url: fresh.url, schema: 'main', files: fresh.ctx.files, folder });
  await expect(damaged).rejects.toThrow('damaged');
  const left = await fresh.ctx.db.selectFrom('subscribers').select('id').execute();
  expect(left).toEqual([]);
  await fresh.close();
});
