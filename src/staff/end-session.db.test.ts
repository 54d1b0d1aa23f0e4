import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstAdministrator, signIn, type WithPassword } from '../testing/sign-in.ts';
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

test('sessions are listed without their tokens, and one is ended by itself', async () => {
  const other = await signIn(world, boss.email, boss.password);
  const { body } = await call('GET /api/me/sessions', {}, other.as);
  expect(body.sessions).toHaveLength(2);
  expect(JSON.stringify(body)).not.toContain('token');
  const { id } = body.sessions.find(({ isCurrent }) => isCurrent)!;
  expect((await call('DELETE /api/me/sessions/{id}', { id }, boss.as)).status).toBe(200);
  expect((await call('GET /api/me', {}, other.as)).status).toBe(401);
  expect((await call('GET /api/me', {}, boss.as)).status).toBe(200);
  const twice = await call('DELETE /api/me/sessions/{id}', { id }, boss.as);
  expect(twice).toMatchObject({ status: 404, body: { code: 'staff.session_not_found' } });
});

test('all other sessions end together', async () => {
  const others = [
    await signIn(world, boss.email, boss.password),
    await signIn(world, boss.email, boss.password),
  ];
  const ended = await call('POST /api/me/sessions/end-others', {}, boss.as);
  expect(ended.body.endedCount).toBe(2);
  for (const { as } of others) expect((await call('GET /api/me', {}, as)).status).toBe(401);
  expect((await call('GET /api/me', {}, boss.as)).status).toBe(200);
});

test('another person’s session, or a key’s, is out of reach', async () => {
  const { as } = await signedIn(world);
  const { sessions } = (await call('GET /api/me/sessions', {}, boss.as)).body;
  const foreign = await call('DELETE /api/me/sessions/{id}', { id: sessions[0]!.id }, as);
  expect(foreign).toMatchObject({ status: 403, body: { code: 'staff.session_needed' } });
  expect((await call('GET /api/me/sessions', {}, as)).body.sessions).toEqual([]);
});
