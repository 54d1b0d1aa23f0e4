import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const post = (url: string, body: object, headers: Record<string, string>) =>
  world.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });

test('who is called by name in a note finds it until it was seen, while they may see it', async () => {
  const call = world.via(api);
  const boss = await signedIn(world, { name: 'Анна Белова' });
  const grants = { 'conversations.view': 'own', 'conversations.work': 'own' } as const;
  const mate = await signedIn(world, { permissions: grants });
  const id = await ask(world, { name: 'Ольга' });
  const text = 'Посмотри, пожалуйста, @Лев Мятный';
  const note = { text, mentions: [mate.staffId, mate.staffId, boss.staffId] };
  expect((await post(`/api/conversations/${id}/notes`, note, boss.as)).statusCode).toBe(200);

  const listed = async (who: SignedIn) => (await call('GET /api/mentions', {}, who.as)).body;
  const { rows, unseenCount } = await listed(mate);
  expect(rows).toMatchObject([
    { entity: 'conversations', entityId: id, title: '№ 1 · Ольга', byName: 'Анна Белова' },
  ]);
  expect([unseenCount, rows[0]!.isSeen]).toEqual([1, false]);
  // Nobody calls oneself, and nobody sees for another.
  expect((await listed(boss)).rows).toEqual([]);
  await call('POST /api/mentions/seen', { ids: [rows[0]!.id] }, boss.as);
  expect((await listed(mate)).unseenCount).toBe(1);
  await call('POST /api/mentions/seen', { ids: [rows[0]!.id] }, mate.as);
  expect(await listed(mate)).toMatchObject({ unseenCount: 0, rows: [{ isSeen: true }] });

  await post(`/api/conversations/${id}/notes`, note, boss.as);
  expect((await listed(mate)).unseenCount).toBe(1);
  await post(`/api/conversations/${id}/take`, {}, boss.as);
  expect(await listed(mate)).toMatchObject({ rows: [], unseenCount: 0 });
});
