import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { migrate } from './migrate.ts';

let world: World;
let folder: string;
beforeAll(async () => {
  world = await createWorld();
  folder = await mkdtemp(join(tmpdir(), 'bereg-migrations-'));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (name: string) =>
  writeFile(join(folder, `${name}.sql`), `create table made_${name} (id bigint);`);
const run = () => migrate(world.url, 'another', folder);

test('migrations run in the order of their numbers, and gaps do not matter', async () => {
  await add('0002_b');
  await add('0007_c');
  expect(await run()).toEqual(['0002_b.sql', '0007_c.sql']);
  await add('0010_d');
  expect(await run()).toEqual(['0010_d.sql']);
  expect(await run()).toEqual([]);
});

test('one that comes with a lower number than what was applied is refused', async () => {
  await add('0005_late');
  await expect(run()).rejects.toThrow('0005_late.sql comes late: 0010_d.sql was applied');
  await rm(join(folder, '0005_late.sql'));
});

test('so is one that was changed after it was applied', async () => {
  await writeFile(join(folder, '0007_c.sql'), 'select 1;');
  await expect(run()).rejects.toThrow('0007_c.sql was changed');
});
