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

test('built-in roles are there, and the administrator may do everything', async () => {
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

test('a new permission is offered to the supervisor once, and never again', async () => {
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
