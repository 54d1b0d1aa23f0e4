import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test.each([
  ['phone', '8 913 822-33-44', '+79138223344'],
  ['phone', '52-34-56', '+73822523456'],
  ['email', 'Anna@Example.ru', 'anna@example.ru'],
  ['vk', 'vk.com/id42', 'id42'],
] as const)('a %s typed as %s is kept as %s', async (kind, value, kept) => {
  const id = await add();
  const added = await call('POST /api/subscribers/{id}/contacts', { id, kind, value });
  expect(added.body.value).toBe(kept);
});

test.each([
  ['phone', '12', 'subscribers.phone_too_short'],
  ['phone', 'позвоните мне', 'subscribers.phone_not_a_number'],
  ['email', 'anna.example.ru', 'subscribers.email_no_at'],
] as const)('a %s typed as %s is refused: %s', async (kind, value, code) => {
  const answer = await call('POST /api/subscribers/{id}/contacts', {
    id: await add(),
    kind,
    value,
  });
  expect(answer.body).toMatchObject({ code, fields: { value: answer.body.title } });
});

test('the same contact in another notation is known already', async () => {
  const id = await add({ contacts: [{ kind: 'phone', value: '+79138223344' }] });
  const again = await call('POST /api/subscribers/{id}/contacts', {
    id,
    kind: 'phone',
    value: '8-913-822-33-44',
  });
  expect(again.status).toBe(409);
});

test('a new primary contact takes the place of the old one', async () => {
  const id = await add({ contacts: [{ kind: 'phone', value: '+79138223344' }] });
  const value = '+79138223355';
  await call('POST /api/subscribers/{id}/contacts', { id, kind: 'phone', value, isPrimary: true });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.contacts.map((contact) => [contact.value, contact.isPrimary])).toEqual([
    ['+79138223355', true],
    ['+79138223344', false],
  ]);
});

test('it is found by what was added', async () => {
  const id = await add();
  await call('POST /api/subscribers/{id}/contacts', { id, kind: 'phone', value: '9139998877' });
  const entry = await world.ctx.db
    .selectFrom('searchEntries')
    .select('words')
    .where('kind', '=', 'subscriber')
    .where('refId', '=', id)
    .executeTakeFirstOrThrow();
  expect(entry.words).toContain("'79139998877'");
});
