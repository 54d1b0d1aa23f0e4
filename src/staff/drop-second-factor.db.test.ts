import { type TOTP, URI } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  colleague,
  firstAdministrator,
  passDoor,
  signIn,
  type WithPassword,
} from '../testing/sign-in.ts';
import { signedIn } from '../testing/staff.ts';
import { type As, createWorld, type World } from '../testing/world.ts';
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

test('a lost second factor is taken away, and the password alone lets in again', async () => {
  const lev = await colleague(world, boss, { email: 'lev@example.test' });
  const { id, email, password } = lev;
  const enabled = await passDoor(world, 'two-factor/enable', { password }, lev.as);
  const totp = URI.parse(enabled.body['totpURI'] as string) as TOTP;
  const on = await passDoor(world, 'two-factor/verify-totp', { code: totp.generate() }, lev.as);
  expect((await signIn(world, email, password)).isCodeNeeded).toBe(true);
  const drop = (as: As) => call('DELETE /api/staff/{id}/second-factor', { id }, as);
  expect((await drop((await signedIn(world, { permissions: [] })).as)).status).toBe(403);
  expect((await drop(boss.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, on.as)).status).toBe(401);
  expect((await signIn(world, email, password)).isCodeNeeded).toBe(false);
  expect((await drop(boss.as)).body.code).toBe('staff.second_factor_off');
});
