import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a contact person goes with the ways to reach that person', async () => {
  const id = await add({ contacts: [{ kind: 'phone', value: '+79131110000' }] });
  const { body: added } = await call('POST /api/subscribers/{id}/contact-persons', {
    id,
    name: 'Белова Инна',
    role: 'family',
    contacts: [{ kind: 'phone', value: '+79132223344' }],
  });
  const path = 'DELETE /api/subscribers/{id}/contact-persons/{contactPersonId}';
  expect((await call(path, { id, contactPersonId: added.id })).status).toBe(200);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contactPersons).toEqual([]);
  expect(body.contacts.map((contact) => contact.value)).toEqual(['+79131110000']);
  const again = await call(path, { id, contactPersonId: added.id });
  expect(again.body.code).toBe('subscribers.no_such_contact_person');
});
