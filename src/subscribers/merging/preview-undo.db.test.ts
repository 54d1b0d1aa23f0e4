import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('before undoing, it is shown who was merged by whom and what goes back', async () => {
  const into = await add({ displayName: 'Котова А.' });
  const from = await add({ displayName: 'Котова Анна' });
  const take = ['displayName'];
  const merged = await call('POST /api/subscribers/{id}/merge', { id: into, fromId: from, take });
  const { mergeId } = merged.body;
  const { body } = await call('GET /api/subscribers/merges/{mergeId}', { mergeId });
  expect(body).toMatchObject({
    fromId: from,
    intoId: into,
    mergedBy: 'Смирнова Вера',
    putBack: [{ field: 'displayName', before: 'Котова А.', now: 'Котова Анна' }],
    edited: [],
    addedSince: [],
  });
});

test('a merge that was undone, or never was, is none', async () => {
  const [into, from] = [await add(), await add()];
  const merged = await call('POST /api/subscribers/{id}/merge', { id: into, fromId: from });
  const { mergeId } = merged.body;
  await call('POST /api/subscribers/merges/{mergeId}/undo', { mergeId });
  for (const id of [mergeId, 999_999]) {
    const { body } = await call('GET /api/subscribers/merges/{mergeId}', { mergeId: id });
    expect(body.code).toBe('subscribers.no_such_merge');
  }
});
