import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a document stands on the card, and its number finds the subscriber', async () => {
  const id = await add();
  const added = await call('POST /api/subscribers/{id}/documents', {
    id,
    kind: 'passport',
    number: '6901 123456',
    issuedOn: '2019-05-06',
    issuedBy: 'ОВД',
  });
  expect(added.status).toBe(201);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.documents).toMatchObject([
    { kind: 'passport', number: '6901 123456', issuedOn: '2019-05-06', file: null },
  ]);
  const entry = await world.ctx.db
    .selectFrom('searchEntries')
    .select('words')
    .where('refId', '=', id)
    .executeTakeFirstOrThrow();
  expect(entry.words).toContain('6901123456');
});
