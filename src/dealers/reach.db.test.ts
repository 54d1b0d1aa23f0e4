import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reach } from '../kernel/context.ts';
import { type LiveScreen, openScreens, until } from '../testing/live-screen.ts';
import { signedIn, type SignedIn } from '../testing/staff.ts';
import { openShop, type Shop } from './testing/shop.ts';

// Dealers and cards are the operator's: whoever reaches less than all of them meets none.
let shop: Shop;
let narrow: SignedIn;
let dealerId: number;
let batch: { id: number; series: string };

beforeAll(async () => {
  shop = await openShop();
  dealerId = (await shop.addDealer()).id;
  batch = await shop.addBatch();
  const names = ['view', 'manage', 'cards', 'pins'].map((name) => `dealers.${name}`);
  const permissions = Object.fromEntries(names.map((name): [string, Reach] => [name, 'team']));
  narrow = await signedIn(shop.world, { permissions, team: 'Север' });
});
afterAll(() => shop.world.close());

type Answer = { status: number; body: object };
const ask = (key: string, input: object = {}): Promise<Answer> =>
  (shop.call as (key: string, input: object, as: SignedIn['as']) => Promise<Answer>)(
    key,
    input,
    narrow.as,
  );

test('lists are empty, and nothing can be ordered or founded', async () => {
  const lists = [
    await ask('GET /api/card-batches'),
    await ask('GET /api/dealer-names'),
    await ask('POST /api/dealers/list', { columns: ['id', 'name'] }),
    await ask('POST /api/dealers/count'),
  ];
  const empty = [{ batches: [] }, { dealers: [] }, { rows: [] }, { count: 0 }];
  for (const [at, { body }] of lists.entries()) expect(body).toMatchObject(empty[at]!);
  const order = { series: 'НЕТ', cards: 1, valueMinor: 100, validUntil: '2026-12-31' };
  expect((await ask('POST /api/card-batches', order)).status).toBe(403);
  const contract = { name: 'Чужой', contractNumber: '1', contractOn: '2026-01-01', terms: '' };
  const founded = await ask('POST /api/dealers', { ...contract, creditLimitMinor: 0 });
  expect(founded.status).toBe(403);
});

test('nothing opens, and nothing is done', async () => {
  const { id, series } = batch;
  const range = { id, firstNumber: 1, lastNumber: 1, dealerId: null };
  const rate = { id: dealerId, kind: 'card_sum', amountMinor: 1, fromOn: '2026-12-01' };
  const period = { id: dealerId, fromOn: '2026-03-01', toOn: '2026-03-02' };
  const asked: [key: string, input: object][] = [
    ['GET /api/dealers/{id}', { id: dealerId }],
    ['GET /api/dealers/{id}/settlement', period],
    ['POST /api/dealers/{id}/settlements', period],
    ['POST /api/dealers/{id}/commissions', rate],
    ['POST /api/dealers/{id}/payments', { id: dealerId, amountMinor: 1, way: 'cash' }],
    ['GET /api/card-batches/{id}', { id }],
    ['POST /api/card-batches/{id}/pins', { id }],
    ['POST /api/card-batches/{id}/deeds', { ...range, kind: 'blocked' }],
    ['POST /api/card-batches/{id}/deeds', { ...range, kind: 'given', dealerId }],
    ['GET /api/cards/{series}/{number}', { series, number: 1 }],
  ];
  for (const [key, input] of asked)
    expect([key, (await ask(key, input)).status]).toEqual([key, 404]);
});

test('a screen hears of none', async () => {
  const { look, closeAll } = await openScreens(shop.world);
  const [all, some]: LiveScreen[] = [await look(shop.chief), await look(narrow)];
  await shop.deed(batch.id, 'given', [1, 2], dealerId);
  await shop.call('POST /api/dealers/{id}/payments', { id: dealerId, amountMinor: 5, way: 'cash' });
  await until(() => all!.notes.some(({ type }) => type === 'dealers.paid_in'));
  const later = await shop.addDealer();
  await until(() => all!.notes.some(({ subjectId }) => subjectId === later.id));
  closeAll();
  expect(some!.notes.filter(({ type }) => type.startsWith('dealers.'))).toEqual([]);
});
