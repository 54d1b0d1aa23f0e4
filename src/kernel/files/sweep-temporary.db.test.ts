import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type World } from '../../testing/world.ts';
import { runStartup } from '../runtime/startup.ts';

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
