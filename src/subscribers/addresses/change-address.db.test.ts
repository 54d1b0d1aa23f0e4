import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const path = 'PATCH /api/subscribers/{id}/addresses/{addressId}';

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('a raw address is understood once it is typed better', async () => {
  const id = await add({ addresses: [{ text: 'где-то у Ленина' }] });
  const before = await call('GET /api/subscribers/{id}', { id });
  const addressId = before.body.addresses[0]?.id ?? 0;
  const changed = await call(path, { id, addressId, text: 'пр. Ленина 10, кв. 4', label: 'дом' });
  expect(changed.body.isUnderstood).toBe(true);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.addresses).toMatchObject([{ isUnderstood: true, label: 'дом', isPrimary: true }]);
});

test('an address of another subscriber is none', async () => {
  const owner = await add({ addresses: [{ text: 'Мира 1-1' }] });
  const { body } = await call('GET /api/subscribers/{id}', { id: owner });
  const addressId = body.addresses[0]?.id ?? 0;
  const answer = await call(path, { id: await add(), addressId, label: 'чужой' });
  expect(answer.body.code).toBe('subscribers.no_such_address');
});
