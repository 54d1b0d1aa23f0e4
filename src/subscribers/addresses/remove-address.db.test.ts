import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('an address leaves the card; its building stays for its neighbours', async () => {
  const id = await add({ addresses: [{ text: 'Мира 1-1' }] });
  const before = await call('GET /api/subscribers/{id}', { id });
  const addressId = before.body.addresses[0]?.id ?? 0;
  const path = 'DELETE /api/subscribers/{id}/addresses/{addressId}';
  expect((await call(path, { id, addressId })).status).toBe(200);
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.addresses).toEqual([]);
  expect(await world.ctx.db.selectFrom('premises').select('flat').execute()).toHaveLength(1);
  expect((await call(path, { id, addressId })).body.code).toBe('subscribers.no_such_address');
});
