import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { backUp } from '../../kernel/backup/back-up.ts';
import { restore } from '../../kernel/backup/restore.ts';
import { addErasures } from '../../kernel/files/erasures.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { sendFile } from '../../testing/upload.ts';
import { createWorld, type World } from '../../testing/world.ts';

// A command starts a program of its own.
vi.setConfig({ testTimeout: 180_000 });

let source: SubscribersWorld;
let target: World;
let folder: string;
let scan: { id: number; key: string };

beforeAll(async () => {
  source = await createSubscribersWorld();
  folder = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
  const { world, me, call, add } = source;
  const displayName = 'Забытая';
  const document = { kind: 'passport', number: '1' };
  const id = await add({ displayName, status: 'prospect', documents: [document] });
  const card = await call('GET /api/subscribers/{id}', { id });
  const url = `/api/subscribers/${id}/documents/${card.body.documents[0]?.id}/scan`;
  const file = { name: 'паспорт.pdf', type: 'application/pdf', content: '%PDF-1.7 её' };
  await sendFile(world, url, file, me.as);
  scan = await world.ctx.db.selectFrom('files').select(['id', 'key']).executeTakeFirstOrThrow();
  const { files } = world.ctx;
  await backUp({ url: world.url, schema: 'main', files, folder, now: world.clock.now() });
  await call('POST /api/subscribers/{id}/erase', { id, confirm: displayName, reason: 'request' });
  await world.runJobs();
});
afterAll(async () => {
  await source.world.close();
  await target.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await target?.close();
  target = await createWorld();
});

const names = async (): Promise<string[]> => {
  const rows = await target.ctx.db.selectFrom('subscribers').select('displayName').execute();
  return rows.map(({ displayName }) => displayName);
};

/** The command itself, on the target's base and data folder. */
const command = (...words: string[]): Promise<{ code: number; told: string }> =>
  new Promise((done) => {
    const dataDir = dirname(target.ctx.files.erasures);
    const env = { ...process.env, DATABASE_URL: target.url, BEREG_DATA_DIR: dataDir };
    const args = ['tools/restore.ts', folder, ...words];
    execFile(process.execPath, args, { env }, (error, out, err) =>
      done({ code: error ? Number(error.code) : 0, told: out + err }),
    );
  });

test('a list that is not there stops a restore before it begins', async () => {
  const mistyped = await command('--erasures', join(folder, 'no-such.jsonl'));
  expect(mistyped.told).toContain('cannot be read');
  expect(mistyped.code).toBe(1);
  const another = addErasures(target.ctx.files, join(folder, 'manifest.json'));
  await expect(another).rejects.toThrow('holds no list');
  expect(await names()).toEqual([]);
  const right = await command('--erasures', source.world.ctx.files.erasures);
  expect(right.told).toContain('restored');
  expect(right.code).toBe(0);
  expect(await names()).toEqual(['']);
  expect(await target.ctx.files.disk.exists(scan.key)).toBe(false);
});

test('nobody is back where erasing again fails', async () => {
  const list = target.ctx.files.erasures;
  // Cannot be read: a folder lies in its place.
  await mkdir(list);
  await expect(restore(target.ctx, folder)).rejects.toThrow('EISDIR');
  expect(await names()).toEqual([]);
  await rmdir(list);
  await restore(target.ctx, folder);
  expect(await names()).toEqual(['Забытая']);
});

test('a file that the backup has lost ends the command with a code of its own', async () => {
  await rm(join(folder, 'files', scan.key));
  const { code, told } = await command();
  expect(code).toBe(2);
  expect(told).toContain(`file ${scan.id} is missing: ${scan.key}`);
  expect(await names()).toEqual(['Забытая']);
});
