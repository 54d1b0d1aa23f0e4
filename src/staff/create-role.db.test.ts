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

test('nobody gives or changes more than they may themselves', async () => {
  const admin = await signedIn(world);
  const person = await signedIn(world, {
    permissions: { 'staff.roles': 'all', 'staff.teams': 'team' },
  });
  const above = { name: 'Выше', permissions: { 'staff.teams': 'all' } } as const;
  const refused = await call('POST /api/roles', above, person.as);
  expect(refused).toMatchObject({ status: 403, body: { code: 'staff.above_own_permissions' } });
  const { body } = await call('POST /api/roles', above, admin.as);
  const weaken = await call('PUT /api/roles/{id}', { id: body.id, permissions: {} }, person.as);
  expect(weaken.body.code).toBe('staff.above_own_permissions');
  const unheard = { name: 'Нет', permissions: { 'staff.fly': 'own' } } as const;
  const unknown = await call('POST /api/roles', unheard, person.as);
  expect(unknown).toMatchObject({ status: 422, body: { code: 'staff.unknown_permission' } });
});

test('built-in roles stay, and a role that somebody has is not removed', async () => {
  const { as } = await signedIn(world);
  const { body } = await call('GET /api/roles', {}, as);
  const [administrator, supervisor] = body.roles;
  const removed = await call('DELETE /api/roles/{id}', { id: supervisor!.id }, as);
  expect(removed.body.code).toBe('staff.built_in_role');
  const weaker = { id: administrator!.id, permissions: {} };
  expect((await call('PUT /api/roles/{id}', weaker, as)).body.code).toBe('staff.built_in_role');
  const person = await signedIn(world, { permissions: [] });
  const { roleId } = await world.ctx.db
    .selectFrom('staff')
    .select('roleId')
    .where('id', '=', person.staffId)
    .executeTakeFirstOrThrow();
  const inUse = await call('DELETE /api/roles/{id}', { id: roleId }, as);
  expect(inUse).toMatchObject({ status: 409, body: { code: 'staff.role_in_use' } });
});
