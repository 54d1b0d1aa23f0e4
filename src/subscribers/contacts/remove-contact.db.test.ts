import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a contact leaves the card and the search, and its going is remembered', async () => {
  const id = await add({ contacts: [{ kind: 'email', value: 'old@example.ru' }] });
  const before = await call('GET /api/subscribers/{id}', { id });
  const contactId = before.body.contacts[0]?.id ?? 0;
  const path = 'DELETE /api/subscribers/{id}/contacts/{contactId}';
  expect((await call(path, { id, contactId })).status).toBe(200);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contacts).toEqual([]);
  const entry = await world.ctx.db
    .selectFrom('searchEntries')
    .select('words')
    .where('refId', '=', id)
    .executeTakeFirstOrThrow();
  expect(entry.words).not.toContain('old@example.ru');
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(timeline.body.entries[0]).toMatchObject({
    type: 'subscribers.contact_removed',
    details: { value: 'old@example.ru' },
  });
  expect((await call(path, { id, contactId })).body.code).toBe('subscribers.no_such_contact');
});
