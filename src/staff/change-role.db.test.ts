import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { ensureBuiltInRoles } from './built-in-roles.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
});
afterAll(() => world.close());

test('every installation has the built-in roles, and the administrator may do everything', async () => {
  const { as } = await signedIn(world);
  const { body } = await call('GET /api/roles', {}, as);
  expect(body.roles.slice(0, 3).map((role) => role.code)).toEqual([
    'administrator',
    'supervisor',
    'agent',
  ]);
  const all = await call('GET /api/permissions', {}, as);
  const names = all.body.permissions.map((one) => one.permission);
  expect(names).toContain('staff.audit');
  expect(Object.keys(body.roles[0]?.permissions ?? {})).toEqual(names);
});

test('a changed role is felt at the next request', async () => {
  const admin = await signedIn(world);
  const made = await call(
    'POST /api/roles',
    { name: 'Бригадир', permissions: { 'staff.teams': 'all' } },
    admin.as,
  );
  expect(made.status).toBe(201);
  const { id } = made.body;
  const person = await signedIn(world, { permissions: ['staff.teams'] });
  await world.ctx.db
    .updateTable('staff')
    .set({ roleId: id })
    .where('id', '=', person.staffId)
    .execute();
  expect((await call('POST /api/teams', { name: 'Т1' }, person.as)).status).toBe(201);
  expect((await call('PUT /api/roles/{id}', { id, permissions: {} }, admin.as)).status).toBe(200);
  expect((await call('POST /api/teams', { name: 'Т2' }, person.as)).status).toBe(403);
});

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

test('a new permission is offered to the supervisor once, and not again after it was taken', async () => {
  const { as } = await signedIn(world);
  const supervisor = async () => {
    const { body } = await call('GET /api/roles', {}, as);
    return body.roles.find((role) => role.code === 'supervisor')!;
  };
  const { 'staff.teams': taken, ...rest } = (await supervisor()).permissions;
  expect(taken).toBe('all');
  await call('PUT /api/roles/{id}', { id: (await supervisor()).id, permissions: rest }, as);
  await ensureBuiltInRoles(world.ctx);
  expect((await supervisor()).permissions).toEqual(rest);
});
