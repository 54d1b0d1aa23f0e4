import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../subscribers/api.ts';
import { addAccount } from '../testing/accounts.ts';
import { signedIn, type SignedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';
import { Terms } from './api/sold.ts';
import { bulkLoad } from './load-products.ts';
import { startingValues, termsOf } from './web/version-values.ts';

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

/** Every term, none of them what it is where nothing is said. */
const everyTerm: Terms = {
  monthlyFeeMinor: 50_001,
  speedKbps: 100_000,
  guaranteedSpeedKbps: 10_500,
  tvChannels: 120,
  technologies: ['ftth', 'dsl'],
  chargeCycle: 'daily',
  connectionFeeMinor: 30_050,
  instalments: 3,
  leastMonths: 12,
  leavingFeeMinor: 99_999,
  costMinor: 4007,
  includedBytes: 5_000_000_001,
  includedSeconds: 61,
  rates: [
    {
      meter: 'bytes',
      blockSize: 1_048_576,
      priceMinor: 3,
      fromMinute: 1380,
      toMinute: 480,
      days: 'work',
    },
    { meter: 'seconds', blockSize: 1, priceMinor: 7, fromMinute: 1, toMinute: 1439, days: 'rest' },
    {
      meter: 'seconds',
      blockSize: 60,
      priceMinor: 250,
      fromMinute: 0,
      toMinute: 1440,
      days: 'all',
    },
  ],
  validFrom: '2026-03-01',
};

test('no term is lost on its way to the list, into the form of the next version, or by a load', async () => {
  const left = Terms.parse({ monthlyFeeMinor: 0, validFrom: '2026-01-01' });
  for (const [term, value] of Object.entries(left)) {
    expect(everyTerm[term as keyof Terms], `${term} is told`).not.toEqual(value);
  }
  const kind = { kind: 'equipment' as const, service: 'internet' as const };
  await call()('POST /api/products', { ...kind, name: 'Дано', terms: everyTerm }, me.as);
  const currency = world.ctx.operator.currency;
  await bulkLoad(world.ctx, [{ ...kind, ...everyTerm, name: 'Загружено', currency }]);
  const products = await list();
  for (const name of ['Дано', 'Загружено']) {
    const product = products.find((one) => one.name === name);
    expect(product?.versions).toMatchObject([everyTerm]);
    const again = termsOf(startingValues(product ?? null));
    expect({ ...again, validFrom: everyTerm.validFrom }).toEqual(everyTerm);
  }
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
