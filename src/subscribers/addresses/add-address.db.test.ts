import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'POST /api/subscribers/{id}/addresses';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a typed address becomes street, building and premise, made once', async () => {
  const [one, two] = [await add(), await add()];
  const first = await call(path, { id: one, text: 'г. Томск, ул. Щорса, д. 14, корп. 2, кв. 52' });
  const second = await call(path, { id: two, text: 'Щорса 14/2-52' });
  expect(first.body).toMatchObject({ isUnderstood: true });
  expect(second.body.premiseId).toBe(first.body.premiseId);
  const buildings = await world.ctx.db.selectFrom('buildings').select('number').execute();
  expect(buildings).toEqual([{ number: '14/2' }]);
});

test('what cannot be understood is kept as written, and said so', async () => {
  const id = await add();
  const added = await call(path, { id, text: 'синий дом у реки' });
  expect(added.body).toMatchObject({ isUnderstood: false, premiseId: null });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.addresses).toMatchObject([{ text: 'синий дом у реки', isUnderstood: false }]);
});

test('the first address is the primary one, until another takes its place', async () => {
  const id = await add();
  await call(path, { id, text: 'Мира 1-1' });
  await call(path, { id, text: 'Мира 2-2', label: 'дача', isPrimary: true });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.addresses.map(({ label, isPrimary }) => [label, isPrimary])).toEqual([
    ['дача', true],
    ['', false],
  ]);
});
