import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
const minute = 60;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
});
afterAll(() => world.close());

const iso = (at: Date): string => at.toISOString();

/** Lets time pass with the screens of these people open. */
async function pass(people: { as: Record<string, string> }[], minutes: number): Promise<void> {
  for (let passed = 0; passed < minutes * minute; passed += 30) {
    world.clock.advance({ seconds: 30 });
    for (const { as } of people) await call('POST /api/me/heartbeat', {}, as);
    await world.tick('staff.presence');
  }
}

test('a supervisor changes a state, and the report tells the time in each, day by day', async () => {
  const boss = await signedIn(world, { name: 'Старшая', role: 'supervisor', team: 'Север' });
  const anna = await signedIn(world, { name: 'Анна', role: 'agent', team: 'Север' });
  const far = await signedIn(world, { name: 'Дальняя', role: 'agent', team: 'Юг' });
  const set = (id: number, state: 'ready' | 'break', as = boss.as) =>
    call('PUT /api/staff/{id}/presence', { id, state }, as);
  expect((await set(anna.staffId, 'ready')).body.code).toBe('staff.not_here');

  // Eight minutes before midnight in the operator's time zone.
  const evening = Date.parse('2026-03-02T20:52:00Z');
  world.clock.advance({ seconds: (evening - world.clock.now().getTime()) / 1000 });
  await call('PUT /api/me/presence', { state: 'ready' }, anna.as);
  await call('PUT /api/me/presence', { state: 'ready' }, far.as);
  await pass([anna], 5);
  const rested = iso(world.clock.now());
  expect((await set(anna.staffId, 'break')).body).toMatchObject({ state: 'break', isHere: true });
  expect((await set(anna.staffId, 'break')).body.since).toBe(rested);
  await pass([anna], 5);
  await call('PUT /api/me/presence', { state: 'after_call' }, anna.as);
  await pass([anna], 1);
  await call('POST /api/me/leave', {}, anna.as);
  world.clock.advance({ seconds: 10 * minute });

  const days = { from: '2026-03-02', to: '2026-03-03' };
  const report = async (as = boss.as) => (await call('GET /api/states', days, as)).body.people;
  const none = { readySeconds: 0, afterCallSeconds: 0, breakSeconds: 0, awaySeconds: 0 };
  const annas = {
    id: anna.staffId,
    name: 'Анна',
    team: 'Север',
    days: [
      { ...none, day: '2026-03-02', readySeconds: 5 * minute, breakSeconds: 3 * minute },
      { ...none, day: '2026-03-03', breakSeconds: 2 * minute, afterCallSeconds: minute },
    ],
  };
  expect(await report()).toEqual([annas, expect.objectContaining({ name: 'Старшая', days: [] })]);
  expect(await report(anna.as)).toEqual([annas]);
  // A screen that fell silent was gone 45 seconds after its last word, whenever that was noticed.
  expect(await report(far.as)).toMatchObject([{ days: [{ readySeconds: 45 }] }]);

  const day = { staffId: anna.staffId, day: '2026-03-03' };
  const changes = await call('GET /api/states/{staffId}', day, boss.as);
  const midnight = '2026-03-02T21:00:00.000Z';
  expect(changes.body).toMatchObject({
    name: 'Анна',
    stints: [
      { state: 'break', began: midnight, isHere: true, by: 'Старшая' },
      { state: 'after_call', isHere: true, by: null },
      { state: 'after_call', isHere: false, by: null },
    ],
  });
  expect(changes.body.stints.at(-1)?.ended).toBe(iso(world.clock.now()));
  const wide = { from: '2026-01-01', to: '2026-12-31' };
  expect((await call('GET /api/states', wide, boss.as)).status).toBe(422);
  expect((await set(far.staffId, 'break')).status).toBe(404);
  expect((await set(anna.staffId, 'ready', anna.as)).status).toBe(403);
});
