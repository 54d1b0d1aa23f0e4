import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function looksAt(id: number): Promise<number> {
  const events = await world.ctx.db
    .selectFrom('events')
    .select('id')
    .where('type', '=', 'subscribers.viewed')
    .where('subscriberId', '=', id)
    .execute();
  return events.length;
}

test('the card shows whose the subscriber is', async () => {
  const leader = await signedIn(world, { name: 'Лебедева Ирина', team: 'Корпоративные' });
  const id = await add({ ownerStaffId: leader.staffId, teamId: leader.teamId });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.owner).toEqual({ id: leader.staffId, name: 'Лебедева Ирина' });
  expect(body.team).toEqual({ id: leader.teamId, name: 'Корпоративные' });
});

test('an opened card leaves one mark in ten minutes, also from two tabs at once', async () => {
  const id = await add();
  const other = await signedIn(world);
  await Promise.all([
    call('GET /api/subscribers/{id}', { id }),
    call('GET /api/subscribers/{id}', { id }),
  ]);
  await call('GET /api/subscribers/{id}', { id });
  expect(await looksAt(id)).toBe(1);
  await call('GET /api/subscribers/{id}', { id }, other.as);
  expect(await looksAt(id)).toBe(2);
  world.clock.advance({ seconds: 601 });
  await call('GET /api/subscribers/{id}', { id });
  expect(await looksAt(id)).toBe(3);
});

test('looks stand in the timeline only when asked for', async () => {
  const id = await add();
  await call('GET /api/subscribers/{id}', { id });
  const all = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(all.body.entries.map((entry) => entry.type)).toEqual(['subscribers.created']);
  const types = ['subscribers.viewed'];
  const looks = await call('GET /api/subscribers/{id}/timeline', { id, types });
  expect(looks.body.entries).toMatchObject([{ actorName: 'Смирнова Вера' }]);
});
