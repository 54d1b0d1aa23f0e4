import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { backUp } from './kernel/backup/back-up.ts';
import { restore } from './kernel/backup/restore.ts';
import { openFile } from './kernel/files/files.ts';
import { faultsOf } from './testing/consistency.ts';
import { createSubscribersWorld, type SubscribersWorld } from './testing/subscribers.ts';
import { createWorld, type World } from './testing/world.ts';
import { startWriting, type Writing } from './testing/writing.ts';

let source: SubscribersWorld;
let target: World;
let folder: string;

beforeAll(async () => {
  source = await createSubscribersWorld();
  target = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'bereg-backup-'));
});
afterAll(async () => {
  await source.world.close();
  await target.close();
  await rm(folder, { recursive: true });
});

const count = async (table: string): Promise<number> => {
  const { rows } = await target.ctx.pool.query<{ count: number }>(
    `select count(*) from "${table}"`,
  );
  return rows[0]?.count ?? -1;
};

/** Whom a writer entered in one run of rounds, in the order of entering. */
async function enteredBy({ ctx }: World, name: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('subscribers')
    .select('externalId')
    .where('externalId', 'like', `${name} %`)
    .orderBy('id')
    .execute();
  return rows.map(({ externalId }) => externalId ?? '');
}

/** Waits until the backup stands before a table that is locked. */
async function untilItWaits({ ctx }: World): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rows } = await ctx.pool.query(
        `select from pg_stat_activity
         where  application_name = 'bereg backup' and wait_event_type = 'Lock'
         and    datname = current_database()`,
      );
      expect(rows).toHaveLength(1);
    },
    { timeout: 30_000, interval: 50 },
  );
}

test('a backup of a base that people work in is of one moment', async () => {
  const { world } = source;
  const writing: Writing = startWriting(source);
  await writing.rounds('before', 5);
  expect(await faultsOf(world.ctx)).toEqual([]);

  // Held in the midst: what comes first in the backup was read long before what comes last.
  const holder = new pg.Client({ connectionString: world.url });
  await holder.connect();
  await holder.query(`begin; lock table ${world.ctx.operator.schema}.incidents`);
  void writing.rounds('beside', 20);
  const { schema } = world.ctx.operator;
  const files = world.ctx.files;
  const backup = backUp({ url: world.url, schema, files, folder, now: world.clock.now() });
  await untilItWaits(world);
  await writing.rounds('after', 5);
  await holder.query('rollback');
  await holder.end();
  const manifest = await backup;
  await writing.stop();
  expect(await faultsOf(world.ctx)).toEqual([]);

  await restore(target.ctx, folder);
  expect(await faultsOf(target.ctx)).toEqual([]);
  for (const { name, rows } of manifest.tables) {
    expect([name, await count(name)]).toEqual([name, rows]);
  }
  expect(await enteredBy(target, 'before')).toHaveLength(5);
  expect(await enteredBy(target, 'after')).toEqual([]);
  // Those beside it are there up to a moment, each with all that was written with it.
  const beside = await enteredBy(target, 'beside');
  const all = await enteredBy(world, 'beside');
  expect(beside).toEqual(all.slice(0, beside.length));
  expect(all.length).toBeGreaterThan(beside.length);
});

test('what was restored is worked with as before', async () => {
  const files = await target.ctx.db.selectFrom('files').select(['id', 'sizeBytes']).execute();
  expect(files.length).toBeGreaterThan(0);
  for (const { id, sizeBytes } of files) {
    const file = await openFile(target.ctx, id);
    expect(file && Buffer.concat(await file.stream.toArray())).toHaveLength(sizeBytes);
  }
  // The same key opens the door, and new rows find numbers of their own.
  await startWriting({ world: target, me: source.me }).rounds('later', 2);
  expect(await enteredBy(target, 'later')).toEqual(['later 1', 'later 2']);
  expect(await faultsOf(target.ctx)).toEqual([]);
});
