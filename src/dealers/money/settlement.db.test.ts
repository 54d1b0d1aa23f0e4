import { afterAll, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.world.close());

const rates = 'POST /api/dealers/{id}/commissions';
const close = 'POST /api/dealers/{id}/settlements';
const count = 'GET /api/dealers/{id}/settlement';

test('a settlement counts a period and is closed once, and what comes later begins where it ended', async () => {
  const { call, addDealer, addBatch, addHolder, deed, world, stands } = shop;
  const dealer = await addDealer();
  const { id } = dealer;
  const rate = { id, kind: 'card_sum' as const, amountMinor: 1000 };
  await call(rates, { ...rate, fromOn: '2026-03-02' });
  await call(rates, { ...rate, amountMinor: 2000, fromOn: '2026-03-04' });
  const batch = await addBatch();
  await deed(batch.id, 'given', [1, 8], id);
  await deed(batch.id, 'sold', [1, 3], id);
  await call('POST /api/dealers/{id}/payments', { id, amountMinor: 50_000, way: 'cash' });
  world.clock.advance({ seconds: 2 * 86_400 });
  await deed(batch.id, 'sold', [4, 5], id);
  await deed(batch.id, 'sale_undone', [3, 3], id);
  await deed(batch.id, 'returned', [8, 8], id);
  const { account } = await addHolder();
  await call('POST /api/cabinet/payments', { account, amountMinor: 10_000 }, dealer.seller.as);
  const first = await call(count, { id, fromOn: '2026-03-02', toOn: '2026-03-03' });
  expect(first.body).toMatchObject({
    openingMinor: 0,
    givenCards: 8,
    soldCards: 3,
    soldMinor: 90_000,
    commissionMinor: 3000,
    paidInMinor: 50_000,
    closingMinor: -37_000,
  });
  const second = await call(count, { id, fromOn: '2026-03-04', toOn: '2026-03-31' });
  expect(second.body).toMatchObject({
    openingMinor: -37_000,
    soldCards: 2,
    undoneCards: 1,
    returnedCards: 1,
    takenPayments: 1,
    takenMinor: 10_000,
    commissionMinor: 3000,
    closingMinor: -74_000,
  });
  expect((await stands())[`dealer ${id}`]).toBe(-74_000);
  expect((await call(close, { id, toOn: '2026-03-04' })).body.code).toBe('dealers.not_over');
  const closed = await Promise.all([
    call(close, { id, toOn: '2026-03-03' }),
    call(close, { id, toOn: '2026-03-03' }),
  ]);
  expect(closed.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const shown = (await call('GET /api/dealers/{id}', { id })).body;
  expect(shown.settlements).toMatchObject([
    { fromOn: '2026-01-10', toOn: '2026-03-03', counted: { closingMinor: -37_000 } },
  ]);
  expect(shown.commissions.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
    ['2026-03-04', null],
    ['2026-03-02', '2026-03-03'],
  ]);
});

test('rates are of days to come, and one stands from a day', async () => {
  const { call, addDealer } = shop;
  const { id } = await addDealer();
  const rate = { id, kind: 'card_percent' as const, basisPoints: 500 };
  expect((await call(rates, { ...rate, fromOn: '2026-01-01' })).body.code).toBe(
    'dealers.rate_of_past',
  );
  const fromOn = '2026-04-01';
  expect((await call(rates, { ...rate, fromOn, toOn: '2026-03-31' })).status).toBe(422);
  expect((await call(rates, { ...rate, fromOn })).status).toBe(201);
  expect((await call(rates, { ...rate, fromOn })).body.code).toBe('dealers.rate_stands');
  expect((await call(rates, { ...rate, amountMinor: 5, fromOn: '2026-05-01' })).status).toBe(422);
});

test('a contract is changed by one at a time, and a dealer goes when nothing is owed or held', async () => {
  const { call, addDealer, addBatch, deed } = shop;
  const { id, name } = await addDealer();
  const change = 'PUT /api/dealers/{id}';
  const { body } = await call('GET /api/dealers/{id}', { id });
  const contract = {
    id,
    version: body.version,
    isArchived: false,
    name,
    contractNumber: 'Н-1',
    contractOn: '2026-02-01',
    terms: '',
    creditLimitMinor: 5_000_000,
  };
  expect((await call(change, contract)).status).toBe(200);
  expect((await call(change, contract)).body.code).toBe('dealers.changed_meanwhile');
  const batch = await addBatch();
  await deed(batch.id, 'given', [1, 1], id);
  const away = { ...contract, version: body.version + 1, isArchived: true };
  expect((await call(change, away)).body.code).toBe('dealers.not_settled');
  await deed(batch.id, 'returned', [1, 1], id);
  const other = await addDealer();
  expect((await call(change, { ...away, name: other.name })).body.code).toBe('dealers.name_taken');
  expect((await call(change, away)).status).toBe(200);
  const { body: names } = await call('GET /api/dealer-names');
  expect(names.dealers.map((one) => one.id)).not.toContain(id);
  const again = { ...contract, name: other.name };
  expect((await call('POST /api/dealers', again)).body.code).toBe('dealers.name_taken');
});
