import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { inTransaction } from '../db/transaction.ts';
import { runStartup } from '../runtime/startup.ts';
import { nameOfKey } from './begun.ts';
import { openFile, storeFile, type StoredFile } from './files.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('what a killed process left behind goes a day later, at a start', async () => {
  const { temporary } = world.ctx.files;
  const now = world.clock.now().getTime() / 1000;
  for (const [name, ageHours] of Object.entries({ yesterday: 25, now: 1 })) {
    const path = join(temporary, name);
    await writeFile(path, 'паспорт');
    await utimes(path, now - ageHours * 3600, now - ageHours * 3600);
  }
  await runStartup(world.installation);
  expect(await readdir(temporary)).toEqual(['now']);
});

const keep = (ctx = world.ctx): Promise<StoredFile> => {
  const stream = Readable.from([Buffer.from('скан')]);
  return storeFile(ctx, { name: 'scan.pdf', contentType: 'application/pdf', stream });
};
const grow = async ({ key }: StoredFile, hours: number): Promise<void> => {
  const at = world.clock.now().getTime() / 1000 - hours * 3600;
  await utimes(join(world.ctx.files.begun, nameOfKey(key)), at, at);
};

test('bytes whose row never came go a day later, and so do those that nothing refers to', async () => {
  const { ctx } = world;
  const orphans: StoredFile[] = [];
  for (const hours of [25, 23]) {
    const takenBack = inTransaction(ctx, async (tx) => {
      orphans.push(await keep(tx));
      throw new Error('taken back');
    });
    await expect(takenBack).rejects.toThrow('taken back');
    await grow(orphans.at(-1)!, hours);
  }
  // One of which a killed process has copied a part.
  const part = `${orphans[0]!.key}.part`;
  await ctx.files.disk.putFile(part, join(ctx.files.temporary, 'now'), { contentType: '' });
  const [unbound, referred] = [await keep(), await keep()];
  await ctx.pool.query(
    `insert into raw_messages (channel, key, payload, received_at, try_after, file_id)
     values ('site_form', 'kept', '{}', now(), now(), $1)`,
    [referred.id],
  );
  for (const one of [unbound, referred]) await grow(one, 25);
  // A bucket and a folder may hold what is not ours.
  const { disk } = ctx.files;
  const strange = '2020-01/strange';
  await disk.putFile(strange, join(ctx.files.temporary, 'now'), { contentType: 'text/plain' });

  await world.tick('files.begun');
  const isThere = (keys: readonly string[]) => Promise.all(keys.map((key) => disk.exists(key)));
  const keys = [...orphans, unbound, referred].map(({ key }) => key);
  expect(await isThere(keys)).toEqual([false, true, false, true]);
  expect([await disk.exists(strange), await disk.exists(part)]).toEqual([true, false]);
  expect(await openFile(ctx, unbound.id)).toBeNull();
  expect(await openFile(ctx, referred.id)).toMatchObject({ name: 'scan.pdf' });
  expect(await readdir(ctx.files.begun)).toEqual([nameOfKey(orphans[1]!.key)]);
});

test('whatever names a file refers to it by a key, by which it is seen to be kept', async () => {
  const { rows } = await world.ctx.pool.query(
    `select c.table_name, c.column_name from information_schema.columns c
     where  c.table_schema = current_schema() and c.column_name ~ 'file_ids?$'
     and    not exists (
       select from pg_constraint k
       join   pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       where  k.contype = 'f' and k.confrelid = 'files'::regclass
       and    k.conrelid = c.table_name::regclass and a.attname = c.column_name)`,
  );
  expect(rows).toEqual([]);
});
