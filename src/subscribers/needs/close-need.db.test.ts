import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('what no longer holds leaves the card, with its reason, once', async () => {
  const id = await add();
  const noted = { id, kind: 'wish', text: 'Статический IP' } as const;
  const { body: need } = await call('POST /api/subscribers/{id}/needs', noted);
  const path = 'POST /api/subscribers/{id}/needs/{needId}/close';
  const input = { id, needId: need.id, reason: 'подключили' };
  expect((await call(path, input)).status).toBe(200);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.needs).toEqual([]);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(timeline.body.entries[0]?.details).toEqual({
    text: 'Статический IP',
    reason: 'подключили',
  });
  expect((await call(path, input)).body.code).toBe('subscribers.no_such_need');
});
