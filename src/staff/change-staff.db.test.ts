import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink, signIn } from '../testing/sign-in.ts';
import { signedIn } from '../testing/staff.ts';
import { type As, createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
/** The one administrator who has a password. */
let boss: { id: number; as: As };
const email = 'boss@example.test';
const password = 'лодка-и-весло-7';

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  const { token } = await firstLink(world);
  await call('POST /api/welcome', { token, name: 'Пётр', email, password });
  const { as } = await signIn(world, email, password);
  boss = { as, id: (await call('GET /api/me', {}, as)).body.id };
});
afterAll(() => world.close());

const roleIdOf = async (code: string): Promise<number> => {
  const { body } = await call('GET /api/roles', {}, boss.as);
  return body.roles.find((role) => role.code === code)!.id;
};

test('the last administrator is neither disabled nor given another role', async () => {
  const other = await signedIn(world);
  const roleId = await roleIdOf('agent');
  const disabled = await call('POST /api/staff/{id}/disable', { id: boss.id }, other.as);
  expect(disabled).toMatchObject({ status: 409, body: { code: 'staff.last_administrator' } });
  const moved = await call('PUT /api/staff/{id}', { id: boss.id, roleId }, other.as);
  expect(moved).toMatchObject({ status: 409, body: { code: 'staff.last_administrator' } });
});

test('nobody changes their own role or shuts themselves out', async () => {
  const { staffId: id, as } = await signedIn(world);
  const roleId = await roleIdOf('agent');
  expect((await call('PUT /api/staff/{id}', { id, roleId }, as)).body.code).toBe(
    'staff.not_yourself',
  );
  expect((await call('POST /api/staff/{id}/disable', { id }, as)).body.code).toBe(
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
  const invite = { name: 'Я', email: 'me2@example.test', roleId };
  expect((await call('POST /api/staff', invite, keeper.as)).status).toBe(403);
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

test('somebody disabled is out at once: session, key and link', async () => {
  const roleId = await roleIdOf('agent');
  const person = { name: 'Лев', email: 'lev@example.test', roleId };
  const invited = await call('POST /api/staff', person, boss.as);
  const token = invited.body.link.path.split('token=')[1]!;
  await call('POST /api/welcome', { token, password });
  const session = await signIn(world, person.email, password);
  const { id } = invited.body;
  const { path } = (await call('POST /api/staff/{id}/sign-in-link', { id }, boss.as)).body;
  expect((await call('GET /api/me', {}, session.as)).status).toBe(200);

  expect((await call('POST /api/staff/{id}/disable', { id }, boss.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, session.as)).status).toBe(401);
  expect(await signIn(world, person.email, password)).toMatchObject({
    status: 403,
    code: 'staff.shut_out',
  });
  const link = { token: path.split('token=')[1]! };
  expect((await call('POST /api/welcome/look', link)).status).toBe(410);
  const another = await call('POST /api/staff/{id}/sign-in-link', { id }, boss.as);
  expect(another.body.code).toBe('staff.disabled');

  expect((await call('POST /api/staff/{id}/enable', { id }, boss.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, session.as)).status).toBe(401);
  expect((await signIn(world, person.email, password)).status).toBe(200);
});

test('a key stops with its owner', async () => {
  const person = await signedIn(world, { permissions: [] });
  expect((await call('GET /api/me', {}, person.as)).status).toBe(200);
  await call('POST /api/staff/{id}/disable', { id: person.staffId }, boss.as);
  expect((await call('GET /api/me', {}, person.as)).status).toBe(401);
});

test('a new e-mail is the one to sign in with, and its history stands apart', async () => {
  const roleId = await roleIdOf('agent');
  const person = { name: 'Ия', email: 'iya@example.test', roleId };
  const { id, link } = (await call('POST /api/staff', person, boss.as)).body;
  await call('POST /api/welcome', { token: link.path.split('token=')[1]!, password });
  const taken = await call('PUT /api/staff/{id}', { id, email }, boss.as);
  expect(taken).toMatchObject({ status: 409, body: { code: 'staff.email_taken' } });
  const changed = { id, email: 'iya.new@example.test' };
  expect((await call('PUT /api/staff/{id}', changed, boss.as)).status).toBe(200);
  expect((await signIn(world, person.email, password)).status).toBe(401);
  expect((await signIn(world, changed.email, password)).status).toBe(200);
  const event = await world.ctx.db
    .selectFrom('events')
    .innerJoin('personalHistory', 'personalHistory.eventId', 'events.id')
    .select(['facts', 'details'])
    .where('type', '=', 'staff.changed')
    .where('subjectId', '=', id)
    .executeTakeFirstOrThrow();
  expect(event.facts).toEqual({});
  expect(event.details).toEqual({ email: { from: person.email, to: changed.email } });
});

test('people are listed by name, a page at a time, and found by words', async () => {
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
  const { body } = await call('GET /api/staff', { query: 'пёт', isDisabled: false }, boss.as);
  expect(body.staff.map((one) => one.email)).toEqual([email]);
  const disabled = await call('GET /api/staff', { isDisabled: true }, boss.as);
  expect(disabled.body.staff.length).toBeGreaterThan(0);
  expect(disabled.body.staff.every((one) => one.isDisabled)).toBe(true);
  expect((await call('GET /api/staff', { cursor: 'xyz' }, boss.as)).status).toBe(422);
});

test('a profile is one’s own to change; SIP needs a domain', async () => {
  const { as } = await signedIn(world, { permissions: [] });
  const bare = await call('PUT /api/me', { dialWith: 'sip' }, as);
  expect(bare).toMatchObject({ status: 422, body: { code: 'staff.sip_domain_needed' } });
  const profile = {
    name: 'Зоя',
    language: 'en',
    dialWith: 'sip',
    sipDomain: 'sip.example.test',
  } as const;
  expect((await call('PUT /api/me', profile, as)).status).toBe(200);
  expect((await call('GET /api/me', {}, as)).body).toMatchObject({ ...profile, isSession: false });
});
