import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../../ledger/index.ts';
import { openShop, type Shop } from '../testing/shop.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.world.close());

const activate = 'POST /api/accounts/{id}/cards';
const find = 'GET /api/cards/{series}/{number}';

test('a card goes from stock over a dealer to a buyer and onto an account, and its money with it', async () => {
  const { call, addDealer, addBatch, addHolder, deed, stands } = shop;
  const dealer = await addDealer();
  const { id, series, pins } = await addBatch();
  const { accountId, account } = await addHolder();
  const pin = pins[3] ?? '';
  const refused = await call(activate, { id: accountId, pin });
  expect(refused.body.code).toBe('dealers.card_not_sold');
  expect((await deed(id, 'given', [1, 6], dealer.id)).body).toEqual({ cards: 6 });
  expect((await stands())[`dealer ${dealer.id}`]).toBeUndefined();
  const rate = { id: dealer.id, kind: 'card_percent' as const, fromOn: '2026-03-02' };
  await call('POST /api/dealers/{id}/commissions', { ...rate, basisPoints: 525 });
  const sold = await call(
    'POST /api/cabinet/sales',
    { series, number: 3, cards: 2 },
    dealer.seller.as,
  );
  expect(sold.body).toEqual({ cards: 2 });
  expect(await stands()).toMatchObject({
    [`dealer ${dealer.id}`]: -60_000 + 2 * 1575,
    cards: 60_000,
    commission: -3150,
  });
  const done = await call(activate, { id: accountId, pin: `${pin.slice(0, 7)} ${pin.slice(7)}` });
  expect(done.body).toEqual({
    card: `${series} 0000004`,
    amountMinor: 30_000,
    currency: 'RUB',
    account,
  });
  expect(await stands()).toMatchObject({ cards: 30_000, [`account ${accountId}`]: 30_000 });
  const shown = (await call(find, { series, number: 4 })).body;
  expect(shown).toMatchObject({
    state: 'activated',
    dealer: { id: dealer.id },
    account: { id: accountId, number: account },
  });
  expect(shown.deeds.map(({ kind }) => kind)).toEqual(['sold', 'given']);
  const undone = 'POST /api/cabinet/sales/undo';
  expect((await call(undone, { series, number: 4 }, dealer.seller.as)).status).toBe(409);
  expect((await call(undone, { series, number: 3 }, dealer.seller.as)).status).toBe(200);
  expect(await stands()).toMatchObject({
    [`dealer ${dealer.id}`]: -30_000 + 1575,
    cards: 0,
    commission: -1575,
  });
  expect((await deed(id, 'returned', [1, 3], dealer.id)).body).toEqual({ cards: 3 });
  expect((await deed(id, 'returned', [4, 5], dealer.id)).body.code).toBe('dealers.cards_elsewhere');
  expect((await call(find, { series: 'НЕТ', number: 1 })).status).toBe(404);
});

test('a block stops what is not activated, by ranges that can be, and is lifted', async () => {
  const { call, addDealer, addBatch, addHolder, deed } = shop;
  const dealer = await addDealer();
  const { id, series, pins } = await addBatch();
  const { accountId } = await addHolder();
  await deed(id, 'given', [1, 4], dealer.id);
  await deed(id, 'sold', [1, 3], dealer.id);
  await call(activate, { id: accountId, pin: pins[1] ?? '' });
  expect((await deed(id, 'blocked', [1, 10])).body).toEqual({ cards: 9 });
  const { body } = await call('GET /api/card-batches/{id}', { id });
  expect(body.blocked).toBe(9);
  const blocked = body.deeds.filter(({ kind }) => kind === 'blocked');
  expect(
    blocked
      .map(({ firstNumber, lastNumber }) => [firstNumber, lastNumber])
      .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
  ).toEqual([
    [1, 1],
    [3, 4],
    [5, 10],
  ]);
  expect((await call(activate, { id: accountId, pin: pins[0] ?? '' })).body.code).toBe(
    'dealers.card_blocked',
  );
  expect(
    (await call('POST /api/cabinet/sales', { series, number: 4 }, dealer.seller.as)).status,
  ).toBe(409);
  expect((await deed(id, 'blocked', [1, 10])).body.code).toBe('dealers.cards_elsewhere');
  await deed(id, 'unblocked', [1, 1]);
  expect((await call(activate, { id: accountId, pin: pins[0] ?? '' })).status).toBe(200);
});

test('above the credit limit no cards are given: debt, cards in hand and the new ones together', async () => {
  const { call, addDealer, addBatch, deed } = shop;
  const dealer = await addDealer({ creditLimitMinor: 150_000 });
  const { id } = await addBatch();
  await deed(id, 'given', [1, 3], dealer.id);
  await deed(id, 'sold', [1, 2], dealer.id);
  expect((await deed(id, 'given', [4, 6], dealer.id)).body.code).toBe('dealers.above_credit');
  const paid = { id: dealer.id, amountMinor: 60_000, way: 'bank' as const };
  expect((await call('POST /api/dealers/{id}/payments', paid)).status).toBe(201);
  expect((await deed(id, 'given', [4, 6], dealer.id)).status).toBe(200);
  const answers = await Promise.all([
    deed(id, 'given', [7, 7], dealer.id),
    deed(id, 'given', [8, 8], dealer.id),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('what nobody activated in its term is written off, once', async () => {
  const { world, addDealer, addBatch, addHolder, deed, stands, call } = shop;
  const dealer = await addDealer();
  const { id, pins, series } = await addBatch({ validUntil: '2026-03-05' });
  const { accountId } = await addHolder();
  await deed(id, 'given', [1, 5], dealer.id);
  await deed(id, 'sold', [1, 3], dealer.id);
  await deed(id, 'blocked', [3, 3]);
  await call(activate, { id: accountId, pin: pins[0] ?? '' });
  const before = await stands();
  world.clock.moveTo(new Date('2026-03-06T06:00:00Z'));
  expect((await call(activate, { id: accountId, pin: pins[1] ?? '' })).body.code).toBe(
    'dealers.card_over',
  );
  const { seller } = dealer;
  const late = await call('POST /api/cabinet/sales', { series, number: 4 }, seller.as);
  expect(late.body.code).toBe('dealers.cards_expired');
  await world.tick('dealers.expire_cards');
  await world.tick('dealers.expire_cards');
  const after = await stands();
  expect((after['cards'] ?? 0) - (before['cards'] ?? 0)).toBe(-60_000);
  expect(after['write_offs']).toBe(60_000);
  const { body } = await call('GET /api/card-batches/{id}', { id });
  expect(body.states.toSorted((a, b) => a.cards - b.cards)).toEqual([
    { state: 'activated', cards: 1 },
    { state: 'expired', cards: 9 },
  ]);
  expect((await verifyLedger(world.ctx)).filter(({ found }) => found > 0)).toEqual([]);
});

test('verifying tells a hand that was counted wrong, and a card whose money went astray', async () => {
  const { world, addDealer, addBatch, deed } = shop;
  const dealer = await addDealer();
  const { id } = await addBatch();
  await deed(id, 'given', [1, 4], dealer.id);
  await deed(id, 'sold', [1, 1], dealer.id);
  const wrong = async () => (await verifyLedger(world.ctx)).filter(({ found }) => found > 0);
  expect(await wrong()).toEqual([]);
  await world.ctx.pool.query('update dealer_hands set cards = 4 where batch_id = $1', [id]);
  expect(await wrong()).toMatchObject([
    { rule: 'the cards in a dealer’s hand are counted as they lie', examples: [{ counted: 3 }] },
  ]);
  await world.ctx.pool.query('delete from dealer_hands where batch_id = $1', [id]);
  expect(await wrong()).toMatchObject([{ examples: [{ kept: null, counted: 3 }] }]);
  const [hand, sold] = [
    'insert into dealer_hands (dealer_id, batch_id, cards) values ($1, $2, 3)',
    `update cards set state = 'given' where batch_id = $1 and number = 1`,
  ];
  await world.ctx.pool.query(hand, [dealer.id, id]);
  await world.ctx.pool.query(sold, [id]);
  expect(new Set((await wrong()).map(({ rule }) => rule))).toEqual(
    new Set([
      'the cards in a dealer’s hand are counted as they lie',
      'what is owed for cards is the worth of those sold and not yet used',
    ]),
  );
});
