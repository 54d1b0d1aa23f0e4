import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as staffApi } from '../../staff/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, pass, readyAgent } from '../testing/desk.ts';

let world: World;
let boss: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
});
afterAll(() => world.close());

const offeredTo = async (who: SignedIn): Promise<number | undefined> =>
  (await world.via(api)('GET /api/conversations/offer', {}, who.as)).body.offer?.id;

test('a request goes to whoever has the skill, and after its time to anybody', async () => {
  const call = world.via(api);
  const first = await readyAgent(world);
  const skilled = await readyAgent(world);
  const skill = await world.via(staffApi)(
    'POST /api/skills',
    { name: 'Юрлица', staffIds: [skilled.staffId] },
    boss.as,
  );
  const skillId = skill.body.id;
  const empty = await call('POST /api/skill-rules', { skillId }, boss.as);
  expect(empty.body.code).toBe('conversations.rule_empty');
  const rule = { skillId, channel: 'site_form', words: 'юрлиц, договор' } as const;
  const made = await call('POST /api/skill-rules', rule, boss.as);
  expect(made.status).toBe(201);
  expect((await call('POST /api/skill-rules', rule, first.as)).status).toBe(403);
  const { rules } = (await call('GET /api/skill-rules', {}, first.as)).body;
  const { channel, words } = rule;
  expect(rules).toMatchObject([{ channel, words, skill: { name: 'Юрлица' }, peopleCount: 1 }]);

  const id = await ask(world, { wanted: 'Интернет для юрлица, нужен счёт' });
  await pass(world, 1);
  expect(await offeredTo(skilled)).toBe(id);
  const { offer } = (await call('GET /api/conversations/offer', {}, skilled.as)).body;
  expect(offer?.needs).toEqual([{ id: skillId, name: 'Юрлица' }]);
  await call('POST /api/conversations/{id}/take', { id }, skilled.as);
  const opened = await call('GET /api/conversations/{id}', { id }, skilled.as);
  expect(opened.body.needs).toEqual([{ id: skillId, name: 'Юрлица' }]);

  // Whoever has the skill is about to call: the second one is kept for them, but not for ever.
  const second = await ask(world, { wanted: 'Договор на второй офис' });
  await pass(world, 10);
  expect(await offeredTo(first)).toBeUndefined();
  await pass(world, 12);
  expect(await offeredTo(first)).toBe(second);

  const removed = await call('DELETE /api/skill-rules/{id}', { id: made.body.id }, boss.as);
  expect(removed.status).toBe(200);
  const after = await call('GET /api/conversations/{id}', { id }, skilled.as);
  expect(after.body.needs).toEqual([]);
});
