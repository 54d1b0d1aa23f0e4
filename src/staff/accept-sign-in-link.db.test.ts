import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstLink, signIn, tokenIn } from '../testing/sign-in.ts';
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

const anna = { name: 'Анна Белова', email: 'Anna@Example.test', password: 'лодка-и-весло-7' };

test('the first administrator comes in by the printed link, once', async () => {
  const old = await firstLink(world);
  const { token, line } = await firstLink(world);
  expect(line).toContain(`http://bereg.test/welcome?token=${token}`);
  expect((await call('POST /api/welcome/look', { token: old.token })).status).toBe(410);
  const look = await call('POST /api/welcome/look', { token });
  expect(look.body).toMatchObject({ purpose: 'first_administrator', operator: 'Берег', email: '' });

  const nameless = await call('POST /api/welcome', { token, password: anna.password });
  expect(nameless.body.code).toBe('staff.name_and_email_needed');
  const weak = await call('POST /api/welcome', { ...anna, token, password: 'annaannaanna' });
  expect(weak).toMatchObject({ status: 422, body: { code: 'staff.weak_password' } });
  const used = await call('POST /api/welcome', { ...anna, token });
  expect(used).toMatchObject({ status: 200, body: { email: 'anna@example.test' } });
  expect((await call('POST /api/welcome', { ...anna, token })).status).toBe(410);

  const { as, status } = await signIn(world, anna.email, anna.password);
  expect(status).toBe(200);
  const me = await call('GET /api/me', {}, as);
  expect(me.body).toMatchObject({
    name: anna.name,
    role: { code: 'administrator' },
    isSession: true,
    hasSecondFactor: false,
    operator: { currency: 'RUB', timeZone: 'Europe/Moscow' },
    permissions: { 'staff.audit': 'all' },
  });
});

test('once somebody can administer, a start prints no link', async () => {
  const printed = world.installation.greetings.length;
  await firstLink(world);
  expect(world.installation.greetings).toHaveLength(printed);
});

test('somebody invited chooses a password; the e-mail is as invited', async () => {
  const admin = await signedIn(world);
  const roles = await call('GET /api/roles', {}, admin.as);
  const roleId = roles.body.roles.find((role) => role.code === 'agent')!.id;
  const oleg = { name: 'Олег', email: 'oleg@example.test', roleId };
  const invited = await call('POST /api/staff', oleg, admin.as);
  expect(invited.status).toBe(201);

  const look = { token: tokenIn(invited.body.link) };
  expect((await call('POST /api/welcome/look', look)).body).toMatchObject({
    purpose: 'invitation',
    name: 'Олег',
    email: 'oleg@example.test',
  });
  const password = 'синий-причал-42';
  const input = { ...look, password, email: 'other@example.test' };
  expect((await call('POST /api/welcome', input)).body.email).toBe('oleg@example.test');
  expect((await signIn(world, 'oleg@example.test', password)).status).toBe(200);
});

test('a new password by link ends the old one and every session', async () => {
  const admin = await signedIn(world);
  const before = await signIn(world, 'oleg@example.test', 'синий-причал-42');
  const me = await call('GET /api/me', {}, before.as);
  const link = await call('POST /api/staff/{id}/sign-in-link', { id: me.body.id }, admin.as);
  const password = 'зелёный-буй-43';
  const used = await call('POST /api/welcome', { token: tokenIn(link.body), password });
  expect(used.status).toBe(200);
  expect((await call('GET /api/me', {}, before.as)).status).toBe(401);
  expect((await signIn(world, 'oleg@example.test', 'синий-причал-42')).status).toBe(401);
  expect((await signIn(world, 'oleg@example.test', password)).status).toBe(200);
});
