import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, type WithPassword } from '../testing/sign-in.ts';
import { type SignedIn, signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let boss: WithPassword;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await firstAdministrator(world);
});
afterAll(() => world.close());

test('people are listed by name, a page at a time, and found by words', async () => {
  const gone = await signedIn(world, { permissions: [] });
  for (let i = 0; i < 6; i += 1) await signedIn(world, { name: 'Тёзка', team: 'Юг' });
  await call('POST /api/staff/{id}/disable', { id: gone.staffId }, boss.as);
  const seen: number[] = [];
  let cursor: string | undefined;
  do {
    const { body } = await call('GET /api/staff', { limit: 3, cursor }, boss.as);
    expect(body.staff.length).toBeLessThanOrEqual(3);
    seen.push(...body.staff.map((one) => one.id));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  const all = await world.ctx.db.selectFrom('staff').select('id').execute();
  expect(seen.toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id).toSorted((a, b) => a - b));
  const { body } = await call('GET /api/staff', { query: 'белов', isDisabled: false }, boss.as);
  expect(body.staff.map((one) => one.email)).toEqual([boss.email]);
  const disabled = await call('GET /api/staff', { isDisabled: true }, boss.as);
  expect(disabled.body.staff.map(({ id, isDisabled }) => [id, isDisabled])).toEqual([
    [gone.staffId, true],
  ]);
  const [mate] = (await call('GET /api/staff', { query: 'тёзка', limit: 1 }, boss.as)).body.staff;
  const south = await call('GET /api/staff', { teamId: mate!.teamId! }, boss.as);
  expect(south.body.staff).toHaveLength(6);
  expect((await call('GET /api/staff', { cursor: 'xyz' }, boss.as)).status).toBe(422);
});

test('e-mail and second factor are told to whoever manages that person, and to nobody else', async () => {
  const north = await signedIn(world, { name: 'Северная', team: 'Север', permissions: [] });
  const head = { 'staff.manage': 'team' } as const;
  const ofTeam = await signedIn(world, { name: 'Старшая', team: 'Север', permissions: head });
  const told = async (as: SignedIn['as'], query: string) => {
    const { body } = await call('GET /api/staff', { query, limit: 200 }, as);
    return body.staff.map(({ email, hasSecondFactor }) => [typeof email, hasSecondFactor]);
  };
  expect(await told(boss.as, 'северная')).toEqual([['string', false]]);
  expect(await told(ofTeam.as, 'северная')).toEqual([['string', false]]);
  expect(await told(north.as, 'северная')).toEqual([['object', null]]);
  expect(await told(ofTeam.as, 'белов')).toEqual([['object', null]]);
  // Nor can an address be guessed by search.
  expect(await told(boss.as, boss.email)).toHaveLength(1);
  expect(await told(ofTeam.as, boss.email)).toEqual([]);
});
