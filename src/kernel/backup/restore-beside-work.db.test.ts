import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { backUp } from './back-up.ts';
import { readManifest } from './manifest.ts';
import { restore } from './restore.ts';

/** Long enough for a restore to have come to its tables. */
const BEGUN_MS = 1_000;

let world: World;
let folder: string;

beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

it('waits for who is at work in the base, and holds nothing that they may need', async () => {
  const { url, ctx, clock } = world;
  await backUp({ url, schema: 'main', files: ctx.files, folder, now: clock.now() });
  const { tables } = await readManifest(folder);
  const work = await ctx.pool.connect();
  const lock = (at: number): Promise<unknown> =>
    work.query(`lock table "${tables.at(at)?.name}" in row exclusive mode`);
  await work.query('begin');
  await lock(-1);
  const bringing = restore(ctx, folder);
  await pause(BEGUN_MS);
  await lock(0);
  await work.query('commit');
  work.release();
  expect(await bringing).toMatchObject({ badFiles: [] });
});
