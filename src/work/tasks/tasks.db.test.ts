import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCareTask, makePlayTask } from '../../testing/reach/case-rows.ts';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { api } from '../api.ts';

let base: SubscribersWorld;
beforeAll(async () => {
  base = await createSubscribersWorld();
});
afterAll(() => base.world.close());

const call = ((key, input, as = base.me.as) => base.world.via(api)(key, input, as)) as ReturnType<
  typeof base.world.via<typeof api>
>;

test('tasks of all domains stand in one queue, page by page, and go to whoever asks', async () => {
  // All due at one moment: what is due together is told apart by its kind and number.
  const made: string[] = [];
  for (let at = 0; at < 3; at += 1) {
    const subscriberId = await base.add({ lastName: `Задачин ${at}` });
    made.push(`care-${await makeCareTask(base.world, subscriberId)}`);
    made.push(`play-${await makePlayTask(base.world, subscriberId, {})}`);
  }
  const inOrder = made.toSorted();
  const readOn = async (cursor?: string): Promise<string[]> => {
    const { body } = await call('GET /api/tasks', { limit: 2, ...(cursor ? { cursor } : {}) });
    const page = body.tasks.map(({ kind, id }) => `${kind}-${id}`);
    return body.nextCursor === null ? page : [...page, ...(await readOn(body.nextCursor))];
  };
  expect(await readOn()).toEqual(inOrder);
  expect((await call('GET /api/tasks', { cursor: 'x' })).body.code).toBe('kernel.bad_cursor');
  expect((await call('GET /api/tasks/count')).body).toEqual({ count: 6 });
  const mate = await signedIn(base.world, { permissions: ['retention.work'] });
  const took: string[] = [];
  for (let round = 0; round < 2; round += 1) {
    const both = await Promise.all([
      call('POST /api/tasks/next'),
      call('POST /api/tasks/next', {}, mate.as),
    ]);
    took.push(...both.map(({ body: { task } }) => `${task?.kind}-${task?.id}`));
  }
  expect(took.toSorted()).toEqual(inOrder.slice(0, 4));
  // Two are mine, two nobody's.
  expect((await call('GET /api/tasks/count')).body).toEqual({ count: 4 });
  const home = async (as = base.me.as) => (await call('GET /api/home', {}, as)).body;
  const card = (await home()).cards.find(({ key }) => key === 'work.tasks');
  expect(card).toMatchObject({
    count: 4,
    rows: [{ title: expect.stringContaining('Задачин') as unknown }, {}, {}, {}],
  });
  const stranger = await signedIn(base.world, { permissions: ['sales.work'] });
  expect(await home(stranger.as)).toMatchObject({ cards: [], hasCards: true });
  const nobody = await signedIn(base.world, { permissions: [] });
  expect((await home(nobody.as)).hasCards).toBe(false);
  expect((await call('GET /api/tasks', {}, stranger.as)).body.tasks).toEqual([]);
  expect((await call('POST /api/tasks/next', {}, stranger.as)).body).toEqual({ task: null });
});

test('where all rest until their hour it is said how many, and from when', async () => {
  const { clock, ctx } = base.world;
  const open = async () => (await call('GET /api/tasks')).body;
  expect((await open()).resting).toBeNull();
  const from = new Date(clock.now().getTime() + 3_600_000);
  await ctx.pool.query('update play_tasks set starts_at = $1', [from]);
  await ctx.pool.query(`update care_list_members set starts_at = $1::timestamptz + interval '1h'`, [
    from,
  ]);
  expect(await open()).toMatchObject({
    tasks: [],
    resting: { count: 4, from: from.toISOString() },
  });
  const stranger = await signedIn(base.world, { permissions: ['sales.work'] });
  expect((await call('GET /api/tasks', {}, stranger.as)).body.resting).toBeNull();
  clock.advance({ seconds: 3600 });
  const begun = await open();
  expect(begun.tasks.length).toBeGreaterThan(0);
  expect(begun.resting).toBeNull();
});
