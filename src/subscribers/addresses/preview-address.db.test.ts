import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'GET /api/addresses/understand';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('while it is typed, it is told how an address is understood', async () => {
  const fresh = await call(path, { text: 'ул щорса 14-52' });
  expect(fresh.body).toEqual({
    isUnderstood: true,
    text: 'Томск, ул. Щорса, д. 14, кв. 52',
    buildingId: null,
    premiseId: null,
  });
  await add({ addresses: [{ text: 'ул. Щорса 14, кв. 1' }] });
  const known = await call(path, { text: 'Щорса 14 - 52' });
  expect(known.body).toMatchObject({ text: 'Томск, ул. Щорса, д. 14, кв. 52', premiseId: null });
  expect(known.body.buildingId).not.toBeNull();
});

test('looking makes nothing', async () => {
  await call(path, { text: 'Новая 1-1' });
  const streets = await world.ctx.db.selectFrom('streets').select('name').execute();
  expect(streets.map((street) => street.name)).not.toContain('Новая');
});

test.each(['Щорса', '14', 'за рекой направо'])('%s is not understood', async (text) => {
  const { body } = await call(path, { text });
  expect(body).toMatchObject({ isUnderstood: false, text });
});
