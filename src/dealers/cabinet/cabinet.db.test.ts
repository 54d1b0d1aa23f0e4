import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { api as billingApi } from '../../billing/api.ts';
import { openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.world.close());

const sales = 'POST /api/cabinet/sales';
const payments = 'POST /api/cabinet/payments';
const show = 'GET /api/cabinet';
const period = { fromOn: '2026-03-01', toOn: '2026-03-31' };

test('a dealer’s people see and move their own dealer’s cards and money, and no other’s', async () => {
  const { call, addDealer, addBatch, deed } = shop;
  const [one, other] = [await addDealer(), await addDealer()];
  const { id, series } = await addBatch();
  await deed(id, 'given', [1, 5], one.id);
  await deed(id, 'given', [6, 10], other.id);
  await call(sales, { series, number: 6 }, other.seller.as);
  const refused = await call(sales, { series, number: 7 }, one.seller.as);
  const unknown = await call(sales, { series: 'НЕТ', number: 7 }, one.seller.as);
  expect(refused.body).toEqual(unknown.body);
  expect(refused.body.code).toBe('dealers.cards_elsewhere');
  const undone = 'POST /api/cabinet/sales/undo';
  expect((await call(undone, { series, number: 6 }, one.seller.as)).status).toBe(409);
  expect((await call(sales, { series, number: 5, cards: 2 }, one.seller.as)).status).toBe(409);
  await call(sales, { series, number: 1 }, one.seller.as);
  const { body } = await call(show, {}, one.seller.as);
  expect(body).toMatchObject({ name: one.name, balanceMinor: -30_000 });
  expect(body.held).toMatchObject([{ series, cards: 4, nextNumber: 2, valueMinor: 120_000 }]);
  expect(body.deeds.map(({ kind, firstNumber }) => [kind, firstNumber])).toEqual([
    ['sold', 1],
    ['given', 1],
  ]);
  expect(JSON.stringify(body)).not.toContain(other.name);
  const counted = await call('GET /api/cabinet/settlement', period, one.seller.as);
  expect(counted.body).toMatchObject({ givenCards: 5, soldCards: 1, closingMinor: -30_000 });
  // What is the operator's is not theirs at all.
  const inside = { id, kind: 'given' as const, firstNumber: 1, lastNumber: 1, dealerId: one.id };
  const own = { id: one.id };
  const doors = [
    call('GET /api/dealers/{id}', own, one.seller.as),
    call('POST /api/dealers/list', { columns: ['name'] }, one.seller.as),
    call('GET /api/dealer-names', {}, one.seller.as),
    call('GET /api/card-batches/{id}', { id }, one.seller.as),
    call('GET /api/cards/{series}/{number}', { series, number: 6 }, one.seller.as),
    call('POST /api/card-batches/{id}/deeds', inside, one.seller.as),
  ];
  for (const door of doors) expect((await door).status).toBe(403);
  // A reach that is no reach of all shows the operator's people no dealer.
  const few = await signedIn(shop.world, { permissions: { 'dealers.view': 'own' } });
  expect((await call('GET /api/dealers/{id}', own, few.as)).status).toBe(404);
  const listed = await call('POST /api/dealers/list', { columns: ['name'] }, few.as);
  expect(listed.body.rows).toEqual([]);
});

test('a payment is taken for an account that is named by its number, its holder shown in few letters', async () => {
  const { call, addDealer, addHolder, stands } = shop;
  const dealer = await addDealer({ creditLimitMinor: 100_000 });
  const rate = { id: dealer.id, kind: 'payment_percent' as const, basisPoints: 250 };
  await call('POST /api/dealers/{id}/commissions', { ...rate, fromOn: '2026-03-02' });
  const { account, accountId } = await addHolder();
  const asked = await call('GET /api/cabinet/account', { account }, dealer.seller.as);
  expect(asked.body).toEqual({ account, holder: 'К***н П***', currency: 'RUB' });
  const key = { ...dealer.seller.as, 'idempotency-key': 'payment of the phone' };
  const taken = await call(payments, { account, amountMinor: 50_050 }, key);
  expect(taken).toMatchObject({ status: 201, body: { commissionMinor: 1251 } });
  expect((await call(payments, { account, amountMinor: 50_050 }, key)).body).toEqual(taken.body);
  expect(await stands()).toMatchObject({
    [`account ${accountId}`]: 50_050,
    [`dealer ${dealer.id}`]: -50_050 + 1251,
  });
  const above = await call(payments, { account, amountMinor: 60_000 }, dealer.seller.as);
  expect(above.body.code).toBe('dealers.above_credit');
  const { body } = await call(show, {}, dealer.seller.as);
  expect(body.payments).toMatchObject([{ account, amountMinor: 50_050, commissionMinor: 1251 }]);
});

test('a payment that a dealer took goes back out of its hands, and with it the commission', async () => {
  const { call, addDealer, addHolder, stands, world } = shop;
  const { id, seller } = await addDealer();
  const rate = { id, kind: 'payment_percent' as const, basisPoints: 333 };
  await call('POST /api/dealers/{id}/commissions', { ...rate, fromOn: '2026-03-02' });
  const { account, accountId } = await addHolder();
  const { body: taken } = await call(payments, { account, amountMinor: 10_001 }, seller.as);
  const money = world.via(billingApi);
  const found = (await money('GET /api/payments', { q: account }, shop.chief.as)).body.payments;
  const giveBack = (amountMinor: number) =>
    money(
      'POST /api/payments/{id}/returns',
      { id: found[0]!.id, amountMinor, reason: 'Ошиблись счётом' },
      shop.chief.as,
    );
  expect((await giveBack(3333)).status).toBe(201);
  expect((await stands())[`account ${accountId}`]).toBe(6668);
  expect((await giveBack(6669)).body).toMatchObject({ code: 'billing.above_payment' });
  const both = await Promise.all([giveBack(6668), giveBack(6668)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect(await stands()).toMatchObject({ [`account ${accountId}`]: 0, [`dealer ${id}`]: 0 });
  const year = { fromOn: '2026-01-10', toOn: '2026-12-31' };
  const counted = await call('GET /api/cabinet/settlement', year, seller.as);
  expect(counted.body).toMatchObject({
    takenMinor: 10_001,
    returnedPayments: 2,
    returnedMinor: 10_001,
    commissionMinor: 0,
    closingMinor: 0,
  });
  expect(taken.commissionMinor).toBe(333);
  const { body } = await call(show, {}, seller.as);
  expect(body.payments.map(({ kind, account: of }) => [kind, of])).toEqual([
    ['returned', account],
    ['returned', account],
    ['taken', account],
  ]);
});

test('nobody goes through the numbers of accounts', async () => {
  const { call, addDealer, addHolder } = shop;
  const { seller } = await addDealer();
  const { account } = await addHolder();
  const look = (number: string) => call('GET /api/cabinet/account', { account: number }, seller.as);
  for (let tries = 0; tries < 40; tries += 1) expect((await look(`1${tries}`)).status).toBe(404);
  expect((await look(account)).body.code).toBe('dealers.too_many_attempts');
});

test('whoever works for no dealer has no cabinet, and one works for one', async () => {
  const { call, addDealer, chief } = shop;
  expect((await call(show)).body.code).toBe('dealers.no_cabinet');
  const [one, other] = [await addDealer(), await addDealer()];
  const people = 'PUT /api/dealers/{id}/people/{staffId}';
  const { staffId } = one.seller;
  expect((await call(people, { id: other.id, staffId })).body.code).toBe('dealers.works_elsewhere');
  expect((await call(people, { id: one.id, staffId: 999_999 })).status).toBe(404);
  await call('DELETE /api/dealers/{id}/people/{staffId}', { id: one.id, staffId });
  expect((await call(show, {}, one.seller.as)).status).toBe(404);
  expect((await call(people, { id: other.id, staffId })).status).toBe(200);
  const { body } = await call('GET /api/dealers/{id}', { id: other.id });
  expect(body.people).toHaveLength(2);
  expect(chief.staffId).not.toBe(staffId);
});

test('what was sold yesterday is the buyer’s, and no dealer takes it back', async () => {
  const { call, addDealer, addBatch, deed, world } = shop;
  const dealer = await addDealer();
  const { id, series } = await addBatch();
  await deed(id, 'given', [1, 5], dealer.id);
  await call(sales, { series, number: 1 }, dealer.seller.as);
  world.clock.advance({ seconds: 86_400 });
  const undone = 'POST /api/cabinet/sales/undo';
  const late = await call(undone, { series, number: 1 }, dealer.seller.as);
  expect(late.body.code).toBe('dealers.sold_earlier');
  expect((await call(show, {}, dealer.seller.as)).body.balanceMinor).toBe(-30_000);
  expect((await deed(id, 'sale_undone', [1, 1], dealer.id)).body).toEqual({ cards: 1 });
});
