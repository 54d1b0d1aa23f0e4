import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('a skill is named once, given, taken, archived and brought back', async () => {
  const call = world.via(api);
  const boss = await signedIn(world, { role: 'supervisor', name: 'Старшая' });
  const agent = await signedIn(world, { role: 'agent', name: 'Анна' });
  const listed = async () => (await call('GET /api/skills', {}, agent.as)).body.skills;
  const made = await call(
    'POST /api/skills',
    { name: 'Юрлица', staffIds: [agent.staffId] },
    boss.as,
  );
  expect(made.status).toBe(201);
  const { id } = made.body;
  expect(await listed()).toEqual([
    { id, name: 'Юрлица', isArchived: false, people: [{ id: agent.staffId, name: 'Анна' }] },
  ]);
  const twin = await call('POST /api/skills', { name: ' ЮРЛИЦА' }, boss.as);
  expect(twin.body).toMatchObject({ code: 'staff.skill_name_taken' });
  const change = (input: object) => call('PUT /api/skills/{id}', { id, ...input }, boss.as);
  expect((await change({ name: 'Бизнес', staffIds: [boss.staffId] })).status).toBe(200);
  expect(await listed()).toMatchObject([{ name: 'Бизнес', people: [{ name: 'Старшая' }] }]);
  await change({ isArchived: true });
  await call('POST /api/skills', { name: 'Бизнес' }, boss.as);
  const back = await change({ isArchived: false });
  expect(back.body.code).toBe('staff.skill_name_taken');
  await change({ isArchived: false, name: 'Крупный бизнес' });
  expect((await listed()).filter((one) => one.people.length > 0)).toMatchObject([
    { name: 'Крупный бизнес', isArchived: false },
  ]);
  expect((await call('POST /api/skills', { name: 'Моё' }, agent.as)).status).toBe(403);
  expect((await call('PUT /api/skills/{id}', { id: 99_999 }, boss.as)).status).toBe(404);
});
