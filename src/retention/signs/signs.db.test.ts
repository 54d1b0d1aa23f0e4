import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../testing/accounts.ts';
import { openSaveDesk, type SaveDesk } from '../testing/save-desk.ts';

let desk: SaveDesk;

beforeAll(async () => {
  desk = await openSaveDesk();
});
afterAll(() => desk.world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as SaveDesk['call'];

test('who says nothing becomes a case by a sign that is on, once, and is counted before', async () => {
  const subscriberId = await desk.add();
  const accountId = await addAccount(desk.world, subscriberId);
  const since = new Date(desk.world.clock.now().getTime() - 15 * 86_400_000);
  await desk.world.ctx.db.insertInto('shortfalls').values({ accountId, sinceAt: since }).execute();
  const touched = async (days: number) => {
    const asked = { kind: 'stopped_paying' as const, days };
    return (await call('GET /api/leaving-signs/{kind}/preview', asked)).body.touched;
  };
  expect([await touched(10), await touched(20)]).toEqual([1, 0]);
  const casesOf = async () =>
    (
      await desk.world.ctx.pool.query<{ source: string }>(
        'select source from retention_cases where subscriber_id = $1',
        [subscriberId],
      )
    ).rows;
  await desk.world.tick('retention.signs');
  expect(await casesOf()).toEqual([]);
  const on = { kind: 'stopped_paying' as const, version: 1, isOn: true, days: 10 };
  await call('PUT /api/leaving-signs/{kind}', on);
  expect((await call('PUT /api/leaving-signs/{kind}', on)).body.code).toBe(
    'retention.changed_meanwhile',
  );
  await desk.world.tick('retention.signs');
  await desk.world.tick('retention.signs');
  expect(await casesOf()).toEqual([{ source: 'stopped_paying' }]);
  expect((await call('GET /api/leaving-signs')).body.signs[0]?.touched).toBe(0);
  // It is no wish that somebody has said: figures tell of it apart.
  const period = { from: desk.today(), to: desk.today() };
  const { body: figures } = await call('GET /api/retention-figures', period);
  expect([figures.total.wishes, figures.signs.wishes]).toEqual([0, 1]);
});
