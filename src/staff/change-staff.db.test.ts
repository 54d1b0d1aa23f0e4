import { afterAll, beforeAll, expect, test } from 'vitest';
import { colleague, firstAdministrator, signIn, type WithPassword } from '../testing/sign-in.ts';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
/** The one administrator who has a password. */
let boss: WithPassword;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  boss = await firstAdministrator(world);
});
afterAll(() => world.close());

const roleIdOf = async (code: string): Promise<number> => {
  const { body } = await call('GET /api/roles', {}, boss.as);
  return body.roles.find((role) => role.code === code)!.id;
};

test('the last administrator is given no other role', async () => {
  const other = await signedIn(world);
  const roleId = await roleIdOf('agent');
  const moved = await call('PUT /api/staff/{id}', { id: boss.id, roleId }, other.as);
  expect(moved).toMatchObject({ status: 409, body: { code: 'staff.last_administrator' } });
});

test('nobody changes their own role', async () => {
  const { staffId: id, as } = await signedIn(world);
  const roleId = await roleIdOf('agent');
  expect((await call('PUT /api/staff/{id}', { id, roleId }, as)).body.code).toBe(
    'staff.not_yourself',
  );
});

test('nobody raises another above themselves, nor touches one who is', async () => {
  const keeper = await signedIn(world, { permissions: ['staff.manage'] });
  const agent = await signedIn(world, { permissions: [] });
  const roleId = await roleIdOf('administrator');
  const raise = await call('PUT /api/staff/{id}', { id: agent.staffId, roleId }, keeper.as);
  expect(raise).toMatchObject({ status: 403, body: { code: 'staff.above_own_permissions' } });
  const touch = await call('PUT /api/staff/{id}', { id: boss.id, name: 'Иной' }, keeper.as);
  expect(touch).toMatchObject({ status: 403, body: { code: 'staff.above_own_permissions' } });
});

test('who manages a team reaches its people only', async () => {
  const lead = await signedIn(world, { permissions: { 'staff.manage': 'team' }, team: 'Юг' });
  const mate = await signedIn(world, { permissions: [], team: 'Юг' });
  const far = await signedIn(world, { permissions: [], team: 'Север' });
  const rename = (id: number) => call('PUT /api/staff/{id}', { id, name: 'Новое' }, lead.as);
  expect((await rename(mate.staffId)).status).toBe(200);
  expect((await rename(far.staffId)).status).toBe(404);
  const lure = { id: mate.staffId, teamId: far.teamId };
  expect((await call('PUT /api/staff/{id}', lure, lead.as)).body.code).toBe('staff.out_of_reach');
});

test('a new e-mail is the one to sign in with, and its history stands apart', async () => {
  const iya = await colleague(world, boss, { email: 'iya@example.test' });
  const { id, password } = iya;
  const taken = await call('PUT /api/staff/{id}', { id, email: boss.email }, boss.as);
  expect(taken).toMatchObject({ status: 409, body: { code: 'staff.email_taken' } });
  const email = 'iya.new@example.test';
  expect((await call('PUT /api/staff/{id}', { id, email }, boss.as)).status).toBe(200);
  expect((await signIn(world, iya.email, password)).status).toBe(401);
  expect((await signIn(world, email, password)).status).toBe(200);
  const event = await world.ctx.db
    .selectFrom('events')
    .innerJoin('personalHistory', 'personalHistory.eventId', 'events.id')
    .select(['facts', 'details'])
    .where('type', '=', 'staff.changed')
    .where('subjectId', '=', id)
    .executeTakeFirstOrThrow();
  expect(event.facts).toEqual({});
  expect(event.details).toEqual({ email: { from: iya.email, to: email } });
});
