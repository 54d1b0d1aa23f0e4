import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { signedIn } from '../testing/staff.ts';
import { untilWaiting } from '../testing/until-waiting.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { readyStaff } from './ready-staff.ts';
import { setPresence } from './set-presence.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
});
afterAll(() => world.close());

const ready = { state: 'ready' } as const;
const permission = 'staff.teams';
const freeIds = async (): Promise<number[]> =>
  (await readyStaff(world.ctx, { permission })).map(({ staffId }) => staffId);
const changesOf = async (staffId: number): Promise<unknown[]> => {
  const rows = await world.ctx.db
    .selectFrom('events')
    .select('facts')
    .where('type', '=', 'staff.presence_changed')
    .where('subjectId', '=', staffId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.facts);
};

test('ready means here, ready and permitted, the longest ready first', async () => {
  const early = await signedIn(world, { permissions: [permission], team: 'Юг', loadLimit: 2 });
  const late = await signedIn(world, { permissions: [permission] });
  const other = await signedIn(world, { permissions: [] });
  expect((await call('POST /api/me/heartbeat', {}, early.as)).body.state).toBe('away');
  expect(await freeIds()).toEqual([]);
  await call('PUT /api/me/presence', ready, early.as);
  world.clock.advance({ seconds: 5 });
  await call('PUT /api/me/presence', ready, late.as);
  await call('PUT /api/me/presence', ready, other.as);
  const [first, second, ...rest] = await readyStaff(world.ctx, { permission });
  expect(first).toMatchObject({ staffId: early.staffId, teamId: early.teamId, loadLimit: 2 });
  expect(second?.staffId).toBe(late.staffId);
  expect(rest).toEqual([]);
  await call('PUT /api/me/presence', { state: 'break' }, early.as);
  expect(await freeIds()).toEqual([late.staffId]);
  expect((await call('PUT /api/me/presence', { state: 'asleep' as 'away' }, early.as)).status).toBe(
    422,
  );
});

test('a silent screen is gone after 45 seconds, and everybody hears of it once', async () => {
  const { staffId, as } = await signedIn(world, { permissions: [permission] });
  await call('PUT /api/me/presence', ready, as);
  world.clock.advance({ seconds: 40 });
  await call('POST /api/me/heartbeat', {}, as);
  world.clock.advance({ seconds: 45 });
  await world.tick('staff.presence');
  expect(await freeIds()).toContain(staffId);
  world.clock.advance({ seconds: 1 });
  expect(await freeIds()).not.toContain(staffId);
  await world.tick('staff.presence');
  await world.tick('staff.presence');
  const { body } = await call('GET /api/staff', { limit: 200 }, as);
  expect(body.staff.find((one) => one.id === staffId)?.presence?.isHere).toBe(false);
  expect(await changesOf(staffId)).toEqual([
    { state: 'ready', isHere: true },
    { state: 'ready', isHere: false },
  ]);
  const back = await call('POST /api/me/heartbeat', {}, as);
  expect(back.body).toMatchObject({ state: 'ready', isHere: true });
});

test('a state chosen while the first screen says hello is kept', async () => {
  const { staffId, as } = await signedIn(world, { permissions: [permission] });
  const me: Ctx = {
    ...world.ctx,
    actor: { kind: 'staff', staffId, name: '', teamId: null, permissions: {} },
  };
  const hello = await inTransaction(me, async (tx) => {
    await setPresence(tx, ready);
    const saying = call('POST /api/me/heartbeat', {}, as);
    await untilWaiting(world);
    return { saying };
  });
  expect((await hello.saying).body.state).toBe('ready');
  expect(await freeIds()).toContain(staffId);
});

test('whoever closes the screen is gone at once, and a reload takes the state up again', async () => {
  const { staffId, as } = await signedIn(world, { permissions: [permission] });
  await call('PUT /api/me/presence', ready, as);
  expect((await call('POST /api/me/leave', {}, as)).status).toBe(200);
  await call('POST /api/me/leave', {}, as);
  expect(await freeIds()).not.toContain(staffId);
  expect(await changesOf(staffId)).toEqual([
    { state: 'ready', isHere: true },
    { state: 'ready', isHere: false },
  ]);
  world.clock.advance({ seconds: 2 });
  expect((await call('POST /api/me/heartbeat', {}, as)).body.state).toBe('ready');
  expect(await freeIds()).toContain(staffId);
});

test('who comes back the next morning begins as away', async () => {
  const { staffId, as } = await signedIn(world, { permissions: [permission] });
  await call('PUT /api/me/presence', ready, as);
  world.clock.advance({ seconds: 12 * 3600 });
  await world.tick('staff.presence');
  expect((await call('POST /api/me/heartbeat', {}, as)).body.state).toBe('away');
  expect(await freeIds()).not.toContain(staffId);
});

test('somebody disabled is offered nothing from that moment', async () => {
  const boss = await signedIn(world);
  const { staffId, as } = await signedIn(world, { permissions: [permission] });
  await call('PUT /api/me/presence', ready, as);
  expect(await freeIds()).toContain(staffId);
  await call('POST /api/staff/{id}/disable', { id: staffId }, boss.as);
  expect(await freeIds()).not.toContain(staffId);
  expect((await changesOf(staffId)).at(-1)).toEqual({ state: 'away', isHere: false });
});

test('presence is for people who are signed in', async () => {
  expect((await call('POST /api/me/heartbeat')).status).toBe(401);
  expect((await call('PUT /api/me/presence', ready)).status).toBe(401);
});
