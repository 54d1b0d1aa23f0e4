import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as staffApi } from '../../staff/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, minute, readyAgent } from '../testing/desk.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the board tells who is here with what load, what is late and what will be', async () => {
  const call = world.via({ ...api, ...staffApi });
  const north = { role: 'agent', team: 'Север' } as const;
  const busy = await readyAgent(world, { ...north, name: 'Занятая', loadLimit: 2 });
  const resting = await readyAgent(world, { ...north, name: 'Отдыхает' });
  await call('PUT /api/me/presence', { state: 'break' }, resting.as);
  await signedIn(world, { ...north, name: 'Дома' });
  const supervisor = await signedIn(world, {
    name: 'Старшая',
    permissions: { 'conversations.assign': 'all' },
  });
  const board = async (who = supervisor) => (await call('GET /api/board', {}, who.as)).body;

  const first = await ask(world, { name: 'Первый' });
  await call('POST /api/conversations/{id}/take', { id: first }, busy.as);
  world.clock.advance({ seconds: 2 * minute });
  const second = await ask(world, { name: 'Второй' });
  const { people, total, channels, late, soon } = await board();
  expect(people.filter(({ state }) => state !== 'away')).toMatchObject([
    { name: 'Занятая', state: 'ready', load: 1, loadLimit: 2, late: 1, isCalling: false },
    { name: 'Отдыхает', state: 'break', load: 0, late: 0 },
  ]);
  expect(people.map(({ name }) => name)).toContain('Дома');
  expect(total).toEqual({ open: 2, nobodys: 1, late: 1, soon: 1 });
  expect(channels).toEqual([{ channel: 'site_form', ...total }]);
  expect([late.map(({ id }) => id), soon.map(({ id }) => id)]).toEqual([[first], [second]]);

  // A call is seen, and touched it is late no more.
  await call('POST /api/conversations/{id}/calls', { id: first }, busy.as);
  expect((await board()).people[0]).toMatchObject({ isCalling: true });

  // Whoever gives work in one team sees that team, and what is nobody's.
  const southern = { 'conversations.assign': 'team' } as const;
  const other = await signedIn(world, { permissions: southern, team: 'Юг' });
  const theirs = await board(other);
  expect(theirs.people.map(({ name }) => name)).not.toContain('Занятая');
  expect([...theirs.late, ...theirs.soon].map(({ id }) => id)).toEqual([second]);
  expect((await call('GET /api/board', {}, busy.as)).status).toBe(403);
});
