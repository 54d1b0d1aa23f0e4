import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  colleague,
  firstAdministrator,
  signIn,
  tokenIn,
  type WithPassword,
} from '../testing/sign-in.ts';
import { signedIn } from '../testing/staff.ts';
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

test('somebody disabled is out at once: session, sign-in and link', async () => {
  const lev = await colleague(world, boss, { email: 'lev@example.test' });
  const { id } = lev;
  const link = (await call('POST /api/staff/{id}/sign-in-link', { id }, boss.as)).body;
  expect((await call('GET /api/me', {}, lev.as)).status).toBe(200);

  expect((await call('POST /api/staff/{id}/disable', { id }, boss.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, lev.as)).status).toBe(401);
  const again = await signIn(world, lev.email, lev.password);
  expect(again).toMatchObject({ status: 403, code: 'staff.shut_out' });
  expect((await call('POST /api/welcome/look', { token: tokenIn(link) })).status).toBe(410);
  const another = await call('POST /api/staff/{id}/sign-in-link', { id }, boss.as);
  expect(another.body.code).toBe('staff.disabled');

  expect((await call('POST /api/staff/{id}/enable', { id }, boss.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, lev.as)).status).toBe(401);
  expect((await signIn(world, lev.email, lev.password)).status).toBe(200);
});

test('whose phone was given away meanwhile comes back without it', async () => {
  const [former, other] = [await signedIn(world), await signedIn(world)];
  const id = former.staffId;
  await call('PUT /api/me', { extension: '301' }, former.as);
  await call('POST /api/staff/{id}/disable', { id }, boss.as);
  expect((await call('PUT /api/me', { extension: '301' }, other.as)).status).toBe(200);
  expect((await call('POST /api/staff/{id}/enable', { id }, boss.as)).status).toBe(200);
  const { rows } = await world.ctx.pool.query('select extension from staff where id = $1', [id]);
  expect(rows).toEqual([{ extension: null }]);
});

test('a key stops with its owner', async () => {
  const person = await signedIn(world, { permissions: [] });
  expect((await call('GET /api/me', {}, person.as)).status).toBe(200);
  await call('POST /api/staff/{id}/disable', { id: person.staffId }, boss.as);
  expect((await call('GET /api/me', {}, person.as)).status).toBe(401);
});

test('the last administrator stays, and nobody shuts themselves out', async () => {
  const other = await signedIn(world);
  const last = await call('POST /api/staff/{id}/disable', { id: boss.id }, other.as);
  expect(last).toMatchObject({ status: 409, body: { code: 'staff.last_administrator' } });
  const self = await call('POST /api/staff/{id}/disable', { id: boss.id }, boss.as);
  expect(self).toMatchObject({ status: 409, body: { code: 'staff.not_yourself' } });
});

test('it takes the permission, and as much as the other may do', async () => {
  const input = { id: boss.id };
  const agent = await signedIn(world, { permissions: [] });
  const keeper = await signedIn(world, { permissions: ['staff.manage'] });
  for (const path of ['disable', 'enable'] as const) {
    const route = `POST /api/staff/{id}/${path}` as const;
    expect((await call(route, input)).status).toBe(401);
    expect((await call(route, input, agent.as)).body.code).toBe('kernel.not_permitted');
    expect((await call(route, input, keeper.as)).body.code).toBe('staff.above_own_permissions');
  }
});
