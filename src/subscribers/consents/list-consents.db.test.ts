import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('the whole history says who recorded what, from where, with what proof', async () => {
  const id = await add();
  const consent = { channel: 'any', purpose: 'research', source: 'договор', proof: 'Д-7' } as const;
  await call('POST /api/subscribers/{id}/consents', { id, ...consent, isGranted: true });
  world.clock.advance({ seconds: 3600 });
  await call('POST /api/subscribers/{id}/consents', { id, ...consent, isGranted: false });
  const { body } = await call('GET /api/subscribers/{id}/consents', { id });
  expect(body.consents).toMatchObject([
    { isGranted: false, recordedAt: '2026-03-02T07:00:00.000Z' },
    { isGranted: true, source: 'договор', proof: 'Д-7', recordedBy: 'Смирнова Вера' },
  ]);
});
