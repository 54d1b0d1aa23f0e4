import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../subscribers/api.ts';
import { addAccount } from '../testing/accounts.ts';
import { signedIn, type SignedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let me: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world);
});
afterAll(() => world.close());

const call = () => world.via(api);
const list = async () => (await call()('GET /api/products', {}, me.as)).body.products;
const night = {
  meter: 'bytes' as const,
  blockSize: 1e9,
  priceMinor: 100,
  fromMinute: 1380,
  toMinute: 480,
};
const terms = {
  monthlyFeeMinor: 50_000,
  chargeCycle: 'daily' as const,
  includedBytes: 5e9,
  rates: [night, { ...night, priceMinor: 300, fromMinute: 0, toMinute: 1440 }],
  validFrom: '2026-03-01',
};

test('a new price is a new version, and whoever has the earlier one keeps it', async () => {
  const kind = { kind: 'tariff' as const, service: 'internet' as const };
  const made = await call()('POST /api/products', { ...kind, name: 'По факту', terms }, me.as);
  expect(made.status).toBe(201);
  const again = await call()('POST /api/products', { ...kind, name: 'По факту', terms }, me.as);
  expect(again.body.code).toBe('catalog.name_taken');
  const { id } = made.body;
  const [product] = await list();
  const productVersionId = product?.versions[0]?.id ?? 0;
  const person = { kind: 'person' as const, lastName: 'Петров', firstName: 'Пётр' };
  const { body } = await world.via(subscribersApi)('POST /api/subscribers', person, me.as);
  await addAccount(world, body.id, {
    subscriptions: [{ productVersionId, startedOn: '2026-03-01' }],
  });
  const dearer = { ...terms, monthlyFeeMinor: 60_000, rates: [] };
  await call()('POST /api/products/{id}/versions', { id, terms: dearer }, me.as);
  const versions = (await list()).find((one) => one.id === id)?.versions;
  expect(versions).toMatchObject([
    { version: 2, monthlyFeeMinor: 60_000, held: 0, rates: [] },
    { version: 1, monthlyFeeMinor: 50_000, held: 1, rates: [night, { priceMinor: 300 }] },
  ]);
  await call()('PUT /api/products/{id}', { id, isArchived: true }, me.as);
  expect((await list()).find((one) => one.id === id)?.isArchived).toBe(true);
});

test('a promotion is offered for a time, and not by more than all', async () => {
  const offer = {
    name: 'Весна',
    productId: null,
    kind: 'percent' as const,
    value: 5000,
    lastsDays: 90,
    offeredFrom: '2026-03-01',
    offeredTo: '2026-03-31',
  };
  const { body } = await call()('POST /api/promotions', offer, me.as);
  const tooMuch = { ...offer, name: 'Лето', value: 10_001 };
  const refused = await call()('POST /api/promotions', tooMuch, me.as);
  expect(refused.body).toMatchObject({ code: 'catalog.wrong_promotion' });
  await call()('PUT /api/promotions/{id}', { id: body.id, isArchived: true }, me.as);
  const { promotions } = (await call()('GET /api/promotions', {}, me.as)).body;
  expect(promotions).toMatchObject([{ name: 'Весна', lastsDays: 90, isArchived: true }]);
});
