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

test('teams are renamed, archived when empty and brought back', async () => {
  const { as } = await signedIn(world);
  const { teamId } = await signedIn(world, { team: 'Юг' });
  const id = teamId!;
  expect((await call('PUT /api/teams/{id}', { id, name: 'Юг-2' }, as)).status).toBe(200);
  const refused = await call('PUT /api/teams/{id}', { id, isArchived: true }, as);
  expect(refused.body.code).toBe('staff.team_in_use');
  const empty = await call('POST /api/teams', { name: 'Запад' }, as);
  const archived = { id: empty.body.id, isArchived: true };
  expect((await call('PUT /api/teams/{id}', archived, as)).status).toBe(200);
  const twin = await call('POST /api/teams', { name: 'Запад' }, as);
  expect(twin).toMatchObject({ status: 409, body: { code: 'staff.team_name_taken' } });
  const { body } = await call('GET /api/teams', {}, as);
  expect(body.teams).toMatchObject([
    { name: 'Запад', isArchived: true, staffCount: 0 },
    { name: 'Юг-2', isArchived: false, staffCount: 1 },
  ]);
});
