import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld({
    plan: 'text',
    paperless: 'boolean',
    speed: 'number',
  }));
});
afterAll(() => world.close());

test('what is given is changed, the rest stays, and the version counts on', async () => {
  const id = await add({ lastName: 'Котова', firstName: 'Анна', note: 'звонить после шести' });
  const changed = await call('PATCH /api/subscribers/{id}', {
    id,
    version: 1,
    lastName: 'Белова',
    attributes: { plan: 'gaming', paperless: true },
  });
  expect(changed.body).toEqual({ id, version: 2 });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body).toMatchObject({
    displayName: 'Белова Анна',
    note: 'звонить после шести',
    attributes: { plan: 'gaming', paperless: true },
  });
});

test('an attribute set to null is taken away', async () => {
  const id = await add({ attributes: { plan: 'gaming', speed: 100 } });
  await call('PATCH /api/subscribers/{id}', { id, version: 1, attributes: { plan: null } });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.attributes).toEqual({ speed: 100 });
});

test('a change made on an older version is refused, and says who changed what', async () => {
  const id = await add();
  const other = await signedIn(world, { name: 'Петров Иван' });
  await call('PATCH /api/subscribers/{id}', { id, version: 1, note: 'первый' }, other.as);
  const late = await call('PATCH /api/subscribers/{id}', { id, version: 1, note: 'второй' });
  expect(late.status).toBe(409);
  expect(late.body.code).toBe('subscribers.changed_meanwhile');
  expect(late.body.title).toContain('Петров Иван');
  expect(Object.keys(late.body.fields ?? {})).toEqual(['note']);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.note).toBe('первый');
});

test('of two changes at once on the same version one is kept', async () => {
  const id = await add();
  const both = await Promise.all(
    ['раз', 'два'].map((note) => call('PATCH /api/subscribers/{id}', { id, version: 1, note })),
  );
  expect(both.map(({ status }) => status).toSorted((x, y) => x - y)).toEqual([200, 409]);
});

test('a change that changes nothing leaves no trace', async () => {
  const id = await add({ note: 'так и есть' });
  const same = await call('PATCH /api/subscribers/{id}', { id, version: 1, note: 'так и есть' });
  expect(same.body.version).toBe(1);
  const { body } = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(body.entries.map((entry) => entry.type)).toEqual(['subscribers.created']);
});

test('the timeline tells former and new values', async () => {
  const id = await add({ note: 'было' });
  await call('PATCH /api/subscribers/{id}', { id, version: 1, note: 'стало' });
  const { body } = await call('GET /api/subscribers/{id}/timeline', { id });
  expect(body.entries[0]).toMatchObject({
    type: 'subscribers.changed',
    actorName: 'Смирнова Вера',
    facts: { fields: ['note'], version: 2 },
    details: { before: { note: 'было' }, after: { note: 'стало' } },
  });
});

test('an owner must work here, and an external number be free', async () => {
  const id = await add();
  const nobody = await call('PATCH /api/subscribers/{id}', {
    id,
    version: 1,
    ownerStaffId: 99_999,
  });
  expect(nobody.body.code).toBe('subscribers.no_such_owner');
  await add({ externalId: 'B-1' });
  const taken = await call('PATCH /api/subscribers/{id}', { id, version: 1, externalId: 'B-1' });
  expect(taken.body.code).toBe('subscribers.external_id_taken');
});
