import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'POST /api/subscribers/{id}/contact-persons';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a company is reached and found through its people', async () => {
  const id = await add({ kind: 'organisation', displayName: 'ООО «Ромашка»' });
  const { body: added } = await call(path, {
    id,
    name: 'Белова Инна',
    role: 'accountant',
    birthOn: '1980-03-08',
    contacts: [{ kind: 'phone', value: '8 913 222-33-44' }],
  });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contactPersons).toMatchObject([{ name: 'Белова Инна', role: 'accountant' }]);
  expect(body.contacts).toMatchObject([{ value: '+79132223344', contactPersonId: added.id }]);
  const entry = await world.ctx.db
    .selectFrom('searchEntries')
    .select('words')
    .where('refId', '=', id)
    .executeTakeFirstOrThrow();
  expect(entry.words).toContain("'белова'");
  expect(entry.words).toContain("'79132223344'");
});

test('a phone that cannot be read leaves no half-made person', async () => {
  const id = await add();
  const contacts = [{ kind: 'phone', value: 'спросить у вахты' }] as const;
  const answer = await call(path, { id, name: 'Кто-то', role: 'other', contacts: [...contacts] });
  expect(answer.body.code).toBe('subscribers.phone_not_a_number');
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contactPersons).toEqual([]);
});
