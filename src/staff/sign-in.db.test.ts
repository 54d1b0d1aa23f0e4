import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, passDoor, signIn } from '../testing/sign-in.ts';
import { type As, createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;
let as: As;
let email: string;
let password: string;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
  ({ as, email, password } = await firstAdministrator(world));
});
afterAll(() => world.close());

test('a wrong password and an unknown e-mail answer alike', async () => {
  const wrong = await signIn(world, email, 'не тот пароль');
  const unknown = await signIn(world, 'nobody@example.test', password);
  expect(wrong).toMatchObject({ status: 401, code: 'staff.wrong_credentials' });
  expect(unknown).toMatchObject({ status: 401, code: 'staff.wrong_credentials' });
  expect(wrong.as['cookie']).toBe('');
});

test('only the library’s doors that we need stand open', async () => {
  for (const door of ['sign-up/email', 'change-email', 'list-sessions', 'update-user', 'ok']) {
    expect((await passDoor(world, door, {}, as)).status).toBe(404);
  }
});

test('a write with a cookie needs the header that other sites cannot send', async () => {
  const headers = { ...as, 'content-type': 'application/json' };
  const payload = { name: 'Север' };
  const write = await world.request({ method: 'POST', url: '/api/teams', headers, payload });
  expect(write.statusCode).toBe(403);
  expect(write.json()).toMatchObject({ code: 'kernel.cross_site' });
  const url = '/api/auth/sign-out';
  const out = await world.request({ method: 'POST', url, headers, payload: {} });
  expect(out.statusCode).toBe(403);
  expect((await call('GET /api/me', {}, as)).status).toBe(200);
});

test('the cookie is out of reach of scripts, and a changed one is nobody’s', async () => {
  const response = await world.request({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    headers: { 'x-requested-with': 'bereg' },
    payload: { email, password },
  });
  const [cookie] = response.cookies;
  expect(cookie).toMatchObject({ name: 'bereg.session_token', httpOnly: true, sameSite: 'Lax' });
  expect(response.json()).toEqual({});
  const changed = { cookie: `bereg.session_token=x${cookie!.value}` };
  expect((await call('GET /api/me', {}, changed)).status).toBe(401);
});

test('signing out ends the session at once', async () => {
  const session = await signIn(world, email, password);
  expect((await call('GET /api/me', {}, session.as)).status).toBe(200);
  expect((await passDoor(world, 'sign-out', {}, session.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, session.as)).status).toBe(401);
});

test('ten wrong passwords close the account for that address, and time opens it', async () => {
  world.clock.advance({ seconds: 3600 });
  for (let i = 0; i < 10; i += 1) {
    expect((await signIn(world, email, `мимо ${i}`)).status).toBe(401);
  }
  const closed = await signIn(world, email, password);
  expect(closed).toMatchObject({ status: 429, code: 'staff.too_many_attempts' });
  world.clock.advance({ seconds: 901 });
  expect((await signIn(world, email, password)).status).toBe(200);
  await world.tick('staff.attempts');
  const left = await world.ctx.db.selectFrom('signInAttempts').select('id').execute();
  expect(left).toEqual([]);
});

test('a second factor is asked for, a code is taken, a recovery code works once', async () => {
  const first = (await signIn(world, email, password)).as;
  const enabled = await passDoor(world, 'two-factor/enable', { password }, first);
  const totp = URI.parse(enabled.body['totpURI'] as string) as TOTP;
  const [recovery] = enabled.body['backupCodes'] as string[];
  const wrongCode = { code: totp.generate() === '000000' ? '111111' : '000000' };
  const unsure = await passDoor(world, 'two-factor/verify-totp', wrongCode, first);
  expect(unsure).toMatchObject({ status: 422, code: 'staff.wrong_code' });
  expect((await signIn(world, email, password)).isCodeNeeded).toBe(false);
  const code = { code: totp.generate() };
  const on = await passDoor(world, 'two-factor/verify-totp', code, first);
  expect(on.status).toBe(200);

  const half = await signIn(world, email, password);
  expect(half.isCodeNeeded).toBe(true);
  expect((await call('GET /api/me', {}, half.as)).status).toBe(401);
  const whole = await passDoor(world, 'two-factor/verify-totp', code, half.as);
  expect((await call('GET /api/me', {}, whole.as)).body.hasSecondFactor).toBe(true);

  const lost = await signIn(world, email, password);
  const rescue = { code: recovery };
  const back = await passDoor(world, 'two-factor/verify-backup-code', rescue, lost.as);
  expect((await call('GET /api/me', {}, back.as)).status).toBe(200);
  const again = await signIn(world, email, password);
  const spent = await passDoor(world, 'two-factor/verify-backup-code', rescue, again.as);
  expect(spent).toMatchObject({ status: 422, code: 'staff.wrong_code' });
});

test('who came in and who failed to is in the journal, the address apart from it', async () => {
  const rows = await world.ctx.db
    .selectFrom('events')
    .leftJoin('personalHistory', 'personalHistory.eventId', 'events.id')
    .select(['type', 'actorKind', 'actorStaffId', 'subjectId', 'facts', 'details'])
    .where('type', 'in', ['staff.signed_in', 'staff.sign_in_failed', 'staff.second_factor_on'])
    .orderBy('id')
    .execute();
  const types = new Set(rows.map((row) => row.type));
  expect(types).toEqual(
    new Set(['staff.signed_in', 'staff.sign_in_failed', 'staff.second_factor_on']),
  );
  const ways = rows.map((row) => (row.facts as { by?: string }).by);
  expect(new Set(ways.filter(Boolean))).toEqual(
    new Set(['password', 'second_factor', 'recovery_code']),
  );
  expect(rows.every((row) => JSON.stringify(row.details).includes('127.0.0.1'))).toBe(true);
  expect(rows.some((row) => JSON.stringify(row.facts).includes('127.0.0.1'))).toBe(false);
});
