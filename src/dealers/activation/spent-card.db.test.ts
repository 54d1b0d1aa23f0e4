import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.world.close());

test('what a card has credited is not given back as a payment', async () => {
  const dealer = await shop.addDealer();
  const { id, pins } = await shop.addBatch({ cards: 1 });
  await shop.deed(id, 'given', [1, 1], dealer.id);
  await shop.deed(id, 'sold', [1, 1], dealer.id);
  const holder = await shop.addHolder();
  const card = { id: holder.accountId, pin: pins[0] ?? '' };
  await shop.call('POST /api/accounts/{id}/cards', card);
  const call = shop.world.via(billingApi);
  const { body } = await call('GET /api/payments', {}, shop.chief.as);
  const given = { id: body.payments[0]?.id ?? 0, amountMinor: 30_000, reason: 'Передумал' };
  const refused = await call('POST /api/payments/{id}/returns', given, shop.chief.as);
  expect(refused.body.code).toBe('billing.card_is_spent');
  expect(await shop.stands()).toMatchObject({ [`account ${holder.accountId}`]: 30_000, cards: 0 });
});
