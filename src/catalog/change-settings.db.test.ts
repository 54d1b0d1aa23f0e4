import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedIn, type SignedIn } from '../testing/staff.ts';
import { createWorld, type World } from '../testing/world.ts';
import { api } from './api.ts';

let world: World;
let boss: SignedIn;
let seller: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  seller = await signedIn(world, { permissions: ['billing.view', 'catalog.edit'] });
});
afterAll(() => world.close());

const call = () => world.via(api);
const tariff = { kind: 'tariff' as const, service: 'internet' as const };
const terms = {
  monthlyFeeMinor: 50_000,
  speedKbps: 100_000,
  guaranteedSpeedKbps: 80_000,
  tvChannels: 20,
  technologies: ['ftth' as const, 'ethernet' as const],
  leastMonths: 12,
  leavingFeeMinor: 30_000,
  costMinor: 40_000,
  validFrom: '2026-03-01',
};

test('below the margin floor sells only who may, and terms come back as they were said', async () => {
  const { body: settings } = await call()('GET /api/catalogue-settings', {}, boss.as);
  const dearer = { ...settings, leastMarginPercent: 25 };
  const changed = await call()('PUT /api/catalogue-settings', dearer, boss.as);
  expect(changed.status).toBe(200);
  const stale = await call()('PUT /api/catalogue-settings', dearer, boss.as);
  expect(stale.body.code).toBe('catalog.changed_since');
  const cheap = { ...tariff, name: 'Дёшево', terms };
  const refused = await call()('POST /api/products', cheap, seller.as);
  expect(refused.body).toMatchObject({ code: 'catalog.below_floor' });
  const { body } = await call()('POST /api/products', cheap, boss.as);
  const fair = { ...terms, monthlyFeeMinor: 53_334 };
  const version = { id: body.id, terms: fair };
  const added = await call()('POST /api/products/{id}/versions', version, seller.as);
  expect(added.status).toBe(201);
  const { products } = (await call()('GET /api/products', {}, seller.as)).body;
  expect(products[0]?.versions).toMatchObject([fair, terms]);
  const slow = { id: body.id, terms: { ...fair, guaranteedSpeedKbps: 200_000 } };
  const wrong = await call()('POST /api/products/{id}/versions', slow, seller.as);
  expect(wrong.body.code).toBe('catalog.slower_than_guaranteed');
});

test('what a product is for is said without a new version', async () => {
  const router = { kind: 'equipment' as const, service: 'other' as const, name: 'Роутер' };
  const rent = { monthlyFeeMinor: 10_000, validFrom: '2026-03-01' };
  const { body } = await call()('POST /api/products', { ...router, terms: rent }, seller.as);
  const about = {
    serves: ['wifi' as const, 'video' as const],
    purpose: 'hold' as const,
    purposeWords: 'Чтобы Wi-Fi не ругали',
    purposeGoal: 9000,
  };
  await call()('PUT /api/products/{id}/about', { id: body.id, ...about }, seller.as);
  const { products } = (await call()('GET /api/products', {}, seller.as)).body;
  const found = products.find(({ id }) => id === body.id);
  expect(found).toMatchObject({ ...about, kind: 'equipment', versions: [{ version: 1 }] });
});

test('a bundle is sold below the margin of its parts only by whoever may', async () => {
  const add = async (name: string, monthlyFeeMinor: number, costMinor: number) => {
    const given = { ...terms, guaranteedSpeedKbps: null, monthlyFeeMinor, costMinor };
    const { body } = await call()('POST /api/products', { ...tariff, name, terms: given }, boss.as);
    return body.id;
  };
  const productIds = [await add('Первое', 50_000, 30_000), await add('Второе', 20_000, 15_000)];
  // A quarter of each price must stay: 40 000 and 20 000 are the least.
  const bundle = { name: 'Вместе', kind: 'price' as const, value: 60_000, productIds };
  const lower = { ...bundle, name: 'Дешевле', value: 59_999 };
  const refused = await call()('POST /api/bundles', lower, seller.as);
  expect(refused.body).toMatchObject({ code: 'catalog.below_floor' });
  expect((await call()('POST /api/bundles', lower, boss.as)).status).toBe(201);
  const { body } = await call()('POST /api/bundles', bundle, seller.as);
  const all = { ...bundle, name: 'Даром', kind: 'percent' as const, value: 10_000 };
  const free = await call()('POST /api/bundles', all, boss.as);
  expect(free.body).toMatchObject({ code: 'catalog.wrong_bundle' });
  await call()('PUT /api/bundles/{id}', { id: body.id, isArchived: true }, seller.as);
  const { bundles } = (await call()('GET /api/bundles', {}, seller.as)).body;
  expect(bundles).toMatchObject([
    { name: 'Дешевле', isArchived: false },
    { name: 'Вместе', isArchived: true, parts: [{ feeMinor: 50_000 }, { feeMinor: 20_000 }] },
  ]);
});
