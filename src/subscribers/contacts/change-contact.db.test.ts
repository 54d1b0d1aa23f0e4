import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

async function twoPhones(): Promise<{ id: number; second: number }> {
  const id = await add({
    contacts: [
      { kind: 'phone', value: '+79138223344' },
      { kind: 'phone', value: '+79138223355' },
    ],
  });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  return { id, second: body.contacts[1]?.id ?? 0 };
}

test('a contact is corrected, and the former value is remembered', async () => {
  const { id, second } = await twoPhones();
  const changed = await call('PATCH /api/subscribers/{id}/contacts/{contactId}', {
    id,
    contactId: second,
    value: '8 913 822-33-66',
    label: 'мама',
  });
  expect(changed.body.value).toBe('+79138223366');
  const { body } = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(body.entries[0]).toMatchObject({
    type: 'subscribers.contact_changed',
    facts: { fields: ['value', 'label'] },
    details: { before: { value: '+79138223355' }, after: { value: '+79138223366', label: 'мама' } },
  });
});

test('of one kind one contact is the first', async () => {
  const { id, second } = await twoPhones();
  await call('PATCH /api/subscribers/{id}/contacts/{contactId}', {
    id,
    contactId: second,
    isPrimary: true,
  });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contacts.map((one) => [one.id === second, one.isPrimary])).toEqual([
    [true, true],
    [false, false],
  ]);
});

test('another subscriber’s contact is none', async () => {
  const { second } = await twoPhones();
  const answer = await call('PATCH /api/subscribers/{id}/contacts/{contactId}', {
    id: await add(),
    contactId: second,
    label: 'чужой',
  });
  expect(answer.body.code).toBe('subscribers.no_such_contact');
});
