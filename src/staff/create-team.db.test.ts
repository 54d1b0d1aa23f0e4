import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
});
afterAll(() => world.close());

test('a team’s name is its own, and making one takes the permission', async () => {
  const { as } = await signedIn(world, { permissions: ['staff.teams'] });
  expect((await call('POST /api/teams', { name: 'Восток' }, as)).status).toBe(201);
  const twin = await call('POST /api/teams', { name: ' Восток ' }, as);
  expect(twin).toMatchObject({ status: 409, body: { code: 'staff.team_name_taken' } });
  expect((await call('POST /api/teams', { name: '  ' }, as)).status).toBe(422);
  const agent = await signedIn(world, { permissions: [] });
  expect((await call('POST /api/teams', { name: 'Т' }, agent.as)).status).toBe(403);
  expect((await call('POST /api/teams', { name: 'Т' })).status).toBe(401);
});
