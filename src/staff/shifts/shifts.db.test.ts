import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

// The world begins on Monday, 2026-03-02, at 9 in Moscow.
const day = '2026-03-02';
const noBreaks = { breaks: [] };

test('shifts are planned, changed, copied to the next week and removed, within reach', async () => {
  const call = world.via(api);
  const boss = await signedIn(world, { role: 'supervisor', team: 'Север' });
  const anna = await signedIn(world, { role: 'agent', team: 'Север', name: 'Анна' });
  const vera = await signedIn(world, { role: 'agent', team: 'Север', name: 'Вера' });
  const southern = { 'staff.shifts': 'team', 'staff.plan_shifts': 'team' } as const;
  const other = await signedIn(world, { permissions: southern, team: 'Юг' });
  const plan = (input: object, as = boss.as) =>
    call(
      'POST /api/shifts',
      { staffId: anna.staffId, days: [day], from: '10:00', to: '19:00', ...noBreaks, ...input },
      as,
    );
  const week = async (from = day, as = boss.as) => {
    const { body } = await call('GET /api/shifts', { from }, as);
    return body.people.flatMap(({ name, shifts }) => shifts.map((one) => ({ name, ...one })));
  };
  const breaks = [{ from: '14:00', to: '14:30' }];
  expect((await plan({ days: [day, '2026-03-03'], breaks })).status).toBe(201);
  expect((await plan({ from: '18:00', to: '22:00' })).body.code).toBe('staff.shift_overlaps');
  expect((await plan({ from: '25:00' })).status).toBe(422);
  expect((await plan({ days: ['2026-03-05'] }, other.as)).status).toBe(404);
  expect((await plan({ days: ['2026-03-05'] }, anna.as)).status).toBe(403);

  const [first, second] = await week();
  expect(first).toMatchObject({
    name: 'Анна',
    breaks: [{ afterMinutes: 240, minutes: 30 }],
  });
  expect(Date.parse(first!.startsAt)).toBe(Date.parse('2026-03-02T07:00:00Z'));
  expect(await week(day, anna.as)).toHaveLength(2);
  expect(await week(day, vera.as)).toEqual([]);
  expect(await week(day, other.as)).toEqual([]);

  const night = { id: first!.id, version: 1, day, from: '21:00', to: '09:00', ...noBreaks };
  const change = (as: typeof boss.as) => call('PUT /api/shifts/{id}', night, as);
  expect((await change(other.as)).status).toBe(404);
  expect((await change(boss.as)).status).toBe(200);
  expect((await change(boss.as)).body.code).toBe('staff.shift_changed_since');

  const copy = (as: typeof boss.as) =>
    call('POST /api/shifts/copy-week', { from: '2026-03-09' }, as);
  expect((await copy(other.as)).body.copied).toBe(0);
  expect((await copy(boss.as)).body.copied).toBe(2);
  expect((await copy(boss.as)).body.copied).toBe(0);
  const [copied] = await week('2026-03-09');
  expect(Date.parse(copied!.startsAt)).toBe(Date.parse('2026-03-09T18:00:00Z'));

  const gone = { id: second!.id, version: 1 };
  expect((await call('DELETE /api/shifts/{id}', gone, other.as)).status).toBe(404);
  expect((await call('DELETE /api/shifts/{id}', gone, boss.as)).status).toBe(200);
  expect(await week()).toHaveLength(1);
});
