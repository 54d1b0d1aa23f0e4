import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, hour, minute, pass, readyAgent } from '../testing/desk.ts';

let world: World;
let supervisor: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  supervisor = await signedIn(world);
});
afterAll(() => world.close());

const later = (seconds: number): string =>
  new Date(world.clock.now().getTime() + seconds * 1000).toISOString();

test('an offer stands as long as the settings say', async () => {
  const call = world.via(api);
  const before = (await call('GET /api/desk-settings', {}, supervisor.as)).body;
  const after = { ...before, offerSeconds: 40, retryDelaysSeconds: [10 * minute, 2 * hour] };
  expect((await call('PUT /api/desk-settings', after, supervisor.as)).status).toBe(200);
  expect((await call('GET /api/desk-settings', {}, supervisor.as)).body).toEqual(after);

  const agent = await readyAgent(world);
  const id = await ask(world, {});
  await pass(world, 39);
  const mine = await call('GET /api/conversations/offer', {}, agent.as);
  expect(mine.body.offer?.id).toBe(id);
  const refused = await call('PUT /api/desk-settings', after, agent.as);
  expect(refused.status).toBe(403);
  const wrong = { ...after, offerSeconds: 1 };
  expect((await call('PUT /api/desk-settings', wrong, supervisor.as)).status).toBe(422);
});

test('what was put aside is taken up before its time', async () => {
  const call = world.via(api);
  const agent = await readyAgent(world);
  const id = await ask(world, {});
  await call('POST /api/conversations/{id}/take', { id }, agent.as);
  const until = later(3 * hour);
  const started = await call('POST /api/conversations/{id}/calls', { id }, agent.as);
  const { version } = started.body;
  const asleep = await call(
    'POST /api/conversations/{id}/snooze',
    { id, version, until },
    agent.as,
  );
  expect(asleep.status).toBe(200);
  const seen = async () => (await call('GET /api/conversations/{id}', { id }, agent.as)).body;
  const aside = await seen();
  expect(aside.snoozedUntil).toBe(until);
  const woken = await call(
    'POST /api/conversations/{id}/wake',
    { id, version: aside.version },
    agent.as,
  );
  expect(woken.status).toBe(200);
  expect((await seen()).snoozedUntil).toBeNull();
});

test('a promise to come back has a day ahead, and is listed until it is done', async () => {
  const call = world.via(api);
  const agent = await readyAgent(world);
  const id = await ask(world, {});
  await call('POST /api/conversations/{id}/take', { id }, agent.as);
  const promise = { id, text: 'Прислать договор', dueAt: later(24 * hour) };
  const path = 'POST /api/conversations/{id}/follow-ups';
  const past = await call(path, { ...promise, dueAt: later(-1) }, agent.as);
  expect(past.body.code).toBe('conversations.time_past');
  expect(past.body.fields?.['dueAt']).toContain('366 дней');
  const set = await call(path, promise, agent.as);
  expect(set.status).toBe(201);
  const mine = async () =>
    (await call('GET /api/follow-ups', {}, agent.as)).body.rows.map(({ text }) => text);
  expect(await mine()).toEqual(['Прислать договор']);
  await call('POST /api/follow-ups/{id}/done', { id: set.body.id }, agent.as);
  expect(await mine()).toEqual([]);
});
