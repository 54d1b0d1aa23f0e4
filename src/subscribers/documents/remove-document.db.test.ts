import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a document leaves the card, and its going is remembered', async () => {
  const id = await add({ documents: [{ kind: 'contract', number: 'Д-1' }] });
  const before = await call('GET /api/subscribers/{id}', { id });
  const documentId = before.body.documents[0]?.id ?? 0;
  const path = 'DELETE /api/subscribers/{id}/documents/{documentId}';
  expect((await call(path, { id, documentId })).status).toBe(200);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.documents).toEqual([]);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(timeline.body.entries[0]).toMatchObject({
    type: 'subscribers.document_removed',
    details: { number: 'Д-1' },
  });
  expect((await call(path, { id, documentId })).body.code).toBe('subscribers.no_such_document');
});
