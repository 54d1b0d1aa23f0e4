import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { createApiKey } from './create-api-key.ts';

let world: World;
let call: ReturnType<typeof world.via<typeof api>>;

beforeAll(async () => {
  world = await createWorld();
  call = world.via(api);
});
afterAll(() => world.close());

/** A key of a person who works here, with these scopes. */
async function keyOf(staffId: number, scopes: string[], expiresAt: string | null = null) {
  const actor = { kind: 'staff', staffId, teamId: null, name: 'x', permissions: {} } as const;
  const made = await createApiKey({ ...world.ctx, actor }, { name: 'Биллинг', scopes, expiresAt });
  if (!made.ok) throw new Error(made.failure.code);
  return { id: made.value.id, as: { authorization: `Bearer ${made.value.key}` } };
}

test('without a key, with a wrong one and with a malformed one nobody is let in', async () => {
  for (const authorization of ['', 'Bearer bereg_AAAAAAAAAAAAAAAAAAAAAAAA', 'Basic YTpi']) {
    const answer = await call('GET /api/roles', {}, { authorization });
    expect(answer.status).toBe(401);
    expect(answer.body.code).toBe('kernel.not_signed_in');
  }
});

test('a key does what its owner may, and no more than its scopes', async () => {
  const owner = await signedIn(world, { permissions: ['staff.roles', 'staff.teams'] });
  const key = await keyOf(owner.staffId, ['staff.teams', 'staff.manage']);
  expect((await call('POST /api/teams', { name: 'Север' }, key.as)).status).toBe(201);
  const refused = await call('POST /api/roles', { name: 'Р', permissions: {} }, key.as);
  expect(refused).toMatchObject({ status: 403, body: { code: 'kernel.not_permitted' } });
  const role = { permissions: {}, name: 'Касса', email: 'k@example.test', roleId: 1 };
  expect((await call('POST /api/staff', role, key.as)).status).toBe(403);
});

test('a key makes no other key', async () => {
  const owner = await signedIn(world);
  const made = await call('POST /api/me/api-keys', { name: 'x', scopes: ['*'] }, owner.as);
  expect(made).toMatchObject({ status: 403, body: { code: 'staff.session_needed' } });
});

test('a revoked key stops at once and stays in the list', async () => {
  const owner = await signedIn(world);
  const key = await keyOf(owner.staffId, ['*']);
  expect((await call('GET /api/teams', {}, key.as)).status).toBe(200);
  const stranger = await signedIn(world);
  const { id } = key;
  expect((await call('DELETE /api/me/api-keys/{id}', { id }, stranger.as)).status).toBe(404);
  expect((await call('DELETE /api/me/api-keys/{id}', { id }, owner.as)).status).toBe(200);
  expect((await call('GET /api/teams', {}, key.as)).status).toBe(401);
  const { body } = await call('GET /api/me/api-keys', {}, owner.as);
  expect(body.keys.find((one) => one.id === id)?.revokedAt).not.toBeNull();
  expect(JSON.stringify(body)).not.toContain(key.as.authorization.slice(7));
});

test('a key ends at its time', async () => {
  const owner = await signedIn(world);
  const inAnHour = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const key = await keyOf(owner.staffId, ['*'], inAnHour);
  expect((await call('GET /api/teams', {}, key.as)).status).toBe(200);
  world.clock.advance({ seconds: 3599 });
  expect((await call('GET /api/teams', {}, key.as)).status).toBe(200);
  world.clock.advance({ seconds: 1 });
  expect((await call('GET /api/teams', {}, key.as)).status).toBe(401);
});

test('a key touches its owner’s own affairs only where it was given that scope', async () => {
  const owner = await signedIn(world);
  const narrow = await keyOf(owner.staffId, ['subscribers.view']);
  const other = await keyOf(owner.staffId, ['*']);
  const refused = [
    await call('PUT /api/me', { dialWith: 'sip', sipDomain: 'evil.example.org' }, narrow.as),
    await call('PUT /api/me/presence', { state: 'ready' }, narrow.as),
    await call('POST /api/me/heartbeat', {}, narrow.as),
    await call('GET /api/me/sessions', {}, narrow.as),
    await call('GET /api/me/api-keys', {}, narrow.as),
    await call('DELETE /api/me/api-keys/{id}', { id: other.id }, narrow.as),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
  expect((await call('GET /api/me', {}, narrow.as)).status).toBe(200);
  const given = await keyOf(owner.staffId, ['me']);
  expect((await call('PUT /api/me/presence', { state: 'ready' }, given.as)).status).toBe(200);
  expect((await call('GET /api/me/sessions', {}, other.as)).status).toBe(200);
});

test('a key hears of people and roles only with a scope that is about them', async () => {
  const owner = await signedIn(world);
  for (const [scope, status] of [
    ['subscribers.view', 403],
    ['staff.manage', 200],
    ['me', 200],
    ['*', 200],
  ] as const) {
    const { as } = await keyOf(owner.staffId, [scope]);
    expect([scope, (await call('GET /api/staff', {}, as)).status]).toEqual([scope, status]);
    expect([scope, (await call('GET /api/roles', {}, as)).status]).toEqual([scope, status]);
  }
});
