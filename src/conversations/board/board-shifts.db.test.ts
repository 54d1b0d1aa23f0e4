import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as staffApi } from '../../staff/api.ts';
import { readyStaff } from '../../staff/index.ts';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { hour } from '../testing/desk.ts';

let world: World;
const tenMinutes = 600;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

// The world begins on Monday, 2026-03-02, at 9 in Moscow.
const day = '2026-03-02';

test('the board tells who should be here, and work is offered to nobody who went home', async () => {
  const call = world.via({ ...api, ...staffApi });
  const boss = await signedIn(world, { role: 'supervisor', team: 'Запад' });
  const team = { role: 'agent', team: 'Запад' } as const;
  const [olga, late, extra] = [
    await signedIn(world, { ...team, name: 'Ольга' }),
    await signedIn(world, { ...team, name: 'Опоздавшая' }),
    await signedIn(world, { ...team, name: 'Вне смены' }),
  ];
  const hours = { days: [day], from: '09:00', to: '12:00', breaks: [] };
  for (const { staffId } of [olga, late]) {
    await call('POST /api/shifts', { staffId, ...hours }, boss.as);
  }
  const ready = (as: typeof boss.as) => call('PUT /api/me/presence', { state: 'ready' }, as);
  const offered = async () =>
    (await readyStaff(world.ctx, { permission: 'conversations.work' })).map((one) => one.staffId);
  await ready(olga.as);
  await ready(extra.as);
  world.clock.advance({ seconds: 30 });
  const boardOf = async (name: string) =>
    (await call('GET /api/board', {}, boss.as)).body.people.find((one) => one.name === name);
  const west = { isOffShift: false, isLeftOver: false };
  expect(await boardOf('Ольга')).toMatchObject({ ...west, missingSince: null });
  const missing = await boardOf('Опоздавшая');
  expect(Date.parse(missing!.missingSince!)).toBe(Date.parse('2026-03-02T06:00:00Z'));
  expect(await boardOf('Вне смены')).toMatchObject({ shift: null, isOffShift: true });
  expect(await offered()).toEqual([olga.staffId, extra.staffId]);

  // The shift is over, the screen stays open, and nothing more is offered until she says so.
  for (let passed = 0; passed < 3 * hour; passed += tenMinutes) {
    world.clock.advance({ seconds: tenMinutes });
    for (const { as } of [olga, extra]) await call('POST /api/me/heartbeat', {}, as);
  }
  expect(await offered()).toEqual([extra.staffId]);
  expect(await boardOf('Ольга')).toMatchObject({ isLeftOver: true, shift: null });
  await ready(olga.as);
  expect(await offered()).toContain(olga.staffId);
  expect((await boardOf('Ольга'))?.isLeftOver).toBe(false);
});
