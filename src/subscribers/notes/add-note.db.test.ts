import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a note stands in the timeline with its author', async () => {
  const id = await add();
  await call('POST /api/subscribers/{id}/notes', { id, text: ' Просил не звонить утром. ' });
  const { body } = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(body.entries[0]).toMatchObject({
    type: 'subscribers.noted',
    actorName: 'Смирнова Вера',
    details: { text: 'Просил не звонить утром.' },
  });
});

test('an empty note is none, and who may only look may not write', async () => {
  const id = await add();
  expect((await call('POST /api/subscribers/{id}/notes', { id, text: '  ' })).status).toBe(422);
  const reader = await signedIn(world, { permissions: ['subscribers.view'] });
  const refused = await call('POST /api/subscribers/{id}/notes', { id, text: 'а' }, reader.as);
  expect(refused.status).toBe(403);
});
