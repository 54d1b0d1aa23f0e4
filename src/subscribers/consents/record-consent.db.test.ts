import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'POST /api/subscribers/{id}/consents';
const advertising = { channel: 'sms', purpose: 'advertising', source: 'звонок' } as const;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('of each channel and purpose the newest word holds', async () => {
  const id = await add();
  await call(path, { id, ...advertising, isGranted: true });
  await call(path, { id, ...advertising, channel: 'email', isGranted: true });
  world.clock.advance({ seconds: 60 });
  await call(path, { id, ...advertising, isGranted: false });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.consents.map(({ channel, isGranted }) => [channel, isGranted])).toEqual([
    ['email', true],
    ['sms', false],
  ]);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(timeline.body.entries[0]).toMatchObject({
    type: 'subscribers.consent_withdrawn',
    facts: { channel: 'sms', purpose: 'advertising' },
  });
});

test('a consent without its source is none', async () => {
  const input = { id: await add(), ...advertising, source: '', isGranted: true };
  expect((await call(path, input)).status).toBe(422);
});

test('what was recorded cannot be written over', async () => {
  await call(path, { id: await add(), ...advertising, isGranted: true });
  const change = world.ctx.db.updateTable('consents').set({ isGranted: false }).execute();
  await expect(change).rejects.toThrow('append-only');
});
