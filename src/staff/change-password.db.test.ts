import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, passDoor, signIn, type WithPassword } from '../testing/sign-in.ts';
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

const next = 'маяк-на-мысу-8';

test('a new password needs the old one and ends other sessions', async () => {
  const { as, email, password } = boss;
  const other = await signIn(world, email, password);
  const wrong = await call('PUT /api/me/password', { current: 'не он', next }, as);
  expect(wrong).toMatchObject({ status: 422, body: { code: 'staff.wrong_password' } });
  const weak = await call('PUT /api/me/password', { current: password, next: 'коротко' }, as);
  expect(weak.body.code).toBe('staff.weak_password');
  expect(weak.body.fields?.['next']).toContain('простой');
  expect((await call('PUT /api/me/password', { current: password, next }, as)).status).toBe(200);
  expect((await call('GET /api/me', {}, other.as)).status).toBe(401);
  expect((await call('GET /api/me', {}, as)).status).toBe(200);
  expect((await signIn(world, email, password)).status).toBe(401);
  expect((await signIn(world, email, next)).status).toBe(200);
});

test('an API key does not change the password of its owner', async () => {
  const keyed = await signedIn(world);
  const byKey = await call('PUT /api/me/password', { current: next, next: 'иной' }, keyed.as);
  expect(byKey).toMatchObject({ status: 403, body: { code: 'staff.session_needed' } });
});

test('whoever sits at a borrowed screen may not guess for ever', async () => {
  for (let i = 0; i < 10; i += 1) {
    const wrong = await call('PUT /api/me/password', { current: `${i}`, next: 'x' }, boss.as);
    expect([422, 429]).toContain(wrong.status);
  }
  const closed = await call('PUT /api/me/password', { current: next, next: 'x' }, boss.as);
  expect(closed.status).toBe(429);
});

test.each(['enable', 'disable', 'generate-backup-codes'])(
  'nor guess through the door of the second factor: %s',
  async (door) => {
    world.clock.advance({ seconds: 901 });
    const again = await signIn(world, boss.email, next);
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 11; i += 1) {
      const guess = await passDoor(world, `two-factor/${door}`, { password: `${i}` }, again.as);
      codes.push(guess.code);
    }
    expect(codes.slice(0, 10)).not.toContain(undefined);
    expect(codes.slice(0, 10)).not.toContain('staff.too_many_attempts');
    expect(codes.at(-1)).toBe('staff.too_many_attempts');
  },
);
