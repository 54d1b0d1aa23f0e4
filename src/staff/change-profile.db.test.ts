import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a profile is one’s own to change, without any permission', async () => {
  const { as } = await signedIn(world, { permissions: [] });
  const profile = {
    name: 'Зоя',
    language: 'en',
    dialWith: 'sip',
    sipDomain: 'sip.example.test:5061',
    extension: '101',
  } as const;
  expect((await call('PUT /api/me', profile)).status).toBe(401);
  expect((await call('PUT /api/me', profile, as)).status).toBe(200);
  expect((await call('GET /api/me', {}, as)).body).toMatchObject({ ...profile, isSession: false });
  expect((await call('PUT /api/me', { language: null }, as)).status).toBe(200);
  expect((await call('GET /api/me', {}, as)).body).toMatchObject({ ...profile, language: null });
});

test('dialling by SIP needs a domain, and one that can be one', async () => {
  const { as } = await signedIn(world, { permissions: [] });
  const bare = await call('PUT /api/me', { dialWith: 'sip' }, as);
  expect(bare).toMatchObject({ status: 422, body: { code: 'staff.sip_domain_needed' } });
  const crooked = await call('PUT /api/me', { sipDomain: 'a b"><script>' }, as);
  expect(crooked).toMatchObject({ status: 422, body: { code: 'kernel.invalid_input' } });
});

test('a short number of the exchange is one person’s', async () => {
  const { as } = await signedIn(world, { permissions: [] });
  const other = await signedIn(world, { permissions: [] });
  expect((await call('PUT /api/me', { extension: '207' }, as)).status).toBe(200);
  const taken = await call('PUT /api/me', { extension: '207' }, other.as);
  expect(taken).toMatchObject({ status: 422, body: { code: 'staff.extension_taken' } });
  const long = await call('PUT /api/me', { extension: '123456' }, other.as);
  expect(long.body.fields).toHaveProperty('extension');
  expect((await call('PUT /api/me', { extension: null }, as)).status).toBe(200);
  expect((await call('PUT /api/me', { extension: '207' }, other.as)).status).toBe(200);
});
