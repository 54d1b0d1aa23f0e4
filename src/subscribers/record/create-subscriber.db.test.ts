import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a person is kept with everything that was given, normalised', async () => {
  const made = await call('POST /api/subscribers', {
    kind: 'person',
    lastName: 'Котова',
    firstName: 'Анна',
    middleName: 'Ильинична',
    birthOn: '1988-04-12',
    contacts: [
      { kind: 'phone', value: '8 (913) 822-33-44' },
      { kind: 'phone', value: '52-34-56', label: 'дом' },
      { kind: 'email', value: 'Anna@Example.RU' },
      { kind: 'telegram', value: 'https://t.me/annakotova' },
    ],
    documents: [{ kind: 'passport', number: '6901 123456' }],
    addresses: [{ text: 'ул. Щорса, д. 14, кв. 52' }, { text: 'на углу за магазином' }],
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ duplicates: [], rawAddresses: ['на углу за магазином'] });
  const { body } = await call('GET /api/subscribers/{id}', { id: made.body.id });
  expect(body.displayName).toBe('Котова Анна Ильинична');
  expect(body.contacts.map(({ kind, value, isPrimary }) => [kind, value, isPrimary])).toEqual([
    ['phone', '+79138223344', true],
    ['phone', '+73822523456', false],
    ['email', 'anna@example.ru', true],
    ['telegram', 'annakotova', true],
  ]);
  expect(body.addresses.map(({ text, isUnderstood }) => [text, isUnderstood])).toEqual([
    ['Томск, ул. Щорса, д. 14, кв. 52', true],
    ['на углу за магазином', false],
  ]);
  expect(body.documents).toMatchObject([{ kind: 'passport', number: '6901 123456', file: null }]);
});

test('two at one address share the street, the building and the premise', async () => {
  const address = { addresses: [{ text: 'Томск, проспект Мира 20, кв. 5' }] };
  const first = await call('GET /api/subscribers/{id}', { id: await add(address) });
  const second = await call('GET /api/subscribers/{id}', {
    id: await add({ addresses: [{ text: 'Мира 20-5' }] }),
  });
  expect(second.body.addresses[0]?.premiseId).toBe(first.body.addresses[0]?.premiseId);
});

test('what cannot be understood is told at its own field, and nothing is kept', async () => {
  const before = await world.ctx.db.selectFrom('subscribers').select('id').execute();
  const made = await call('POST /api/subscribers', {
    kind: 'person',
    lastName: 'Котова',
    contacts: [
      { kind: 'phone', value: '8 913 822 33 44' },
      { kind: 'email', value: 'anna@gmial.com' },
    ],
  });
  expect(made.status).toBe(422);
  expect(made.body.code).toBe('subscribers.email_probable_slip');
  expect(made.body.title).toContain('anna@gmail.com');
  expect(Object.keys(made.body.fields ?? {})).toEqual(['contacts.1.value']);
  expect(await world.ctx.db.selectFrom('subscribers').select('id').execute()).toEqual(before);
});

test('a name, dates in their order and a free external number are needed', async () => {
  const nameless = await call('POST /api/subscribers', { kind: 'organisation' });
  expect(nameless.body.code).toBe('subscribers.name_missing');
  const early = await call('POST /api/subscribers', {
    kind: 'person',
    displayName: 'Кто-то',
    customerSince: '2025-02-01',
    leftOn: '2025-01-01',
  });
  expect(early.body.code).toBe('subscribers.left_before_joining');
  await add({ externalId: 'A-7' });
  const again = await call('POST /api/subscribers', {
    kind: 'person',
    displayName: 'Другой',
    externalId: 'A-7',
  });
  expect(again.body.code).toBe('subscribers.external_id_taken');
});

test('somebody who looks the same is told of and holds nothing up', async () => {
  const id = await add({
    displayName: 'Орлов Пётр',
    contacts: [{ kind: 'phone', value: '+79131112233' }],
    addresses: [{ text: 'Ленина 1-2' }],
  });
  const again = await call('POST /api/subscribers', {
    kind: 'person',
    displayName: 'ОРЛОВ ПЁТР',
    contacts: [{ kind: 'phone', value: '9131112233' }],
    addresses: [{ text: 'ул Ленина, дом 1, кв 2' }],
  });
  expect(again.status).toBe(201);
  expect(again.body.duplicates).toEqual([
    { id, displayName: 'Орлов Пётр', kind: 'person', reasons: ['name_address', 'phone'] },
  ]);
});

test('the journal says that somebody was added, without personal values', async () => {
  const id = await add({ displayName: 'Зимин Олег' });
  const event = await world.ctx.db
    .selectFrom('events')
    .innerJoin('personalHistory', 'personalHistory.eventId', 'events.id')
    .select(['events.type', 'events.facts', 'personalHistory.details'])
    .where('events.subscriberId', '=', id)
    .executeTakeFirstOrThrow();
  expect(event).toMatchObject({
    type: 'subscribers.created',
    facts: { kind: 'person' },
    details: { displayName: 'Зимин Олег' },
  });
  expect(JSON.stringify(event.facts)).not.toContain('Зимин');
});

test('whoever may reach only their own becomes the owner', async () => {
  const agent = await signedIn(world, {
    permissions: { 'subscribers.view': 'own', 'subscribers.edit': 'own' },
  });
  const made = await call('POST /api/subscribers', { kind: 'person', lastName: 'Ш' }, agent.as);
  const { body } = await call('GET /api/subscribers/{id}', { id: made.body.id }, agent.as);
  expect(body.owner?.id).toBe(agent.staffId);
});
