import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('what is given of a contact person is changed, and the timeline says from what', async () => {
  const id = await add({ kind: 'organisation', displayName: 'ООО «Ромашка»' });
  const person = { id, name: 'Белова Инна', role: 'accountant' } as const;
  const { body: added } = await call('POST /api/subscribers/{id}/contact-persons', person);
  const path = 'PATCH /api/subscribers/{id}/contact-persons/{contactPersonId}';
  await call(path, { id, contactPersonId: added.id, role: 'head' });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contactPersons).toMatchObject([{ name: 'Белова Инна', role: 'head' }]);
  const timeline = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(timeline.body.entries[0]).toMatchObject({
    facts: { fields: ['role'] },
    details: { before: { role: 'accountant' }, after: { role: 'head' } },
  });
  const unknown = await call(path, { id, contactPersonId: 99_999, role: 'head' });
  expect(unknown.body.code).toBe('subscribers.no_such_contact_person');
});
