import { afterAll, beforeAll, expect, test } from 'vitest';
import { asWriter, probe, probeApi } from './testing/probe.ts';
import { signedIn } from './testing/staff.ts';
import { createWorld, type World } from './testing/world.ts';
import { api } from './subscribers/api.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld({}, [probe]);
});
afterAll(() => world.close());

const waiting = async (name: string): Promise<number> => {
  const { rows } = await world.ctx.pool.query<{ count: number }>(
    `select count(*)::int as count from job where name = $1 and state = 'created'`,
    [name],
  );
  return rows[0]?.count ?? 0;
};

test('of jobs with the same key one waits, however often it is asked for', async () => {
  const { as } = await signedIn(world);
  const find = () => world.via(api)('POST /api/subscribers/duplicates/find', {}, as);
  const one = await Promise.all([find(), find(), find()]);
  const more = await Promise.all([find(), find()]);
  expect([...one, ...more].map(({ status }) => status)).toEqual([202, 202, 202, 202, 202]);
  expect(await waiting('subscribers.find_duplicates')).toBe(1);
  await world.runJobs();
  await find();
  expect(await waiting('subscribers.find_duplicates')).toBe(1);
});

test('one that runs does not stand in the way of the next', async () => {
  const [operator] = world.installation.operators;
  await world.runJobs();
  const { as } = await signedIn(world);
  const find = () => world.via(api)('POST /api/subscribers/duplicates/find', {}, as);
  await find();
  const taken = (await operator?.boss.fetch('subscribers.find_duplicates')) ?? [];
  expect(taken).toHaveLength(1);
  await find();
  await find();
  expect(await waiting('subscribers.find_duplicates')).toBe(1);
});

test('jobs without a key all wait', async () => {
  for (const text of ['a', 'b', 'c']) {
    await world.via(probeApi)('POST /api/probe/notes', { text }, asWriter);
  }
  expect(await waiting('probe.remember')).toBe(3);
});
