import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('what still holds is fresh again, also in other words', async () => {
  const id = await add();
  const { body: noted } = await call('POST /api/subscribers/{id}/needs', {
    id,
    kind: 'need',
    text: 'Работает из дома',
    freshUntil: '2026-03-01',
  });
  const path = 'POST /api/subscribers/{id}/needs/{needId}/confirm';
  const text = 'Работает из дома, двое';
  const confirmed = await call(path, { id, needId: noted.id, text });
  expect(confirmed.body.freshUntil).toBe('2026-08-29');
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.needs).toMatchObject([{ text, isStale: false }]);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(timeline.body.entries[0]).toMatchObject({
    type: 'subscribers.need_confirmed',
    details: { text, before: 'Работает из дома' },
  });
  const unknown = await call(path, { id, needId: 99_999 });
  expect(unknown.body.code).toBe('subscribers.no_such_need');
});
