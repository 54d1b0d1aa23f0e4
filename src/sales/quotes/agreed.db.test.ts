import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as networkApi } from '../../network/api.ts';
import { loadBuildings, streetKey } from '../../subscribers/index.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { guidedBy, products, walkTo } from '../guided/testing/guided-walk.ts';

let world: World;
let boss: SignedIn;
let buildingId = 0;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { team: 'Продажи', name: 'Смирнова Вера' });
  const [id] = await inBulkTransaction(world.ctx, async (bulk) => {
    await loadProducts(bulk, products);
    return loadBuildings(bulk, [
      {
        city: 'Томск',
        streetKind: 'street',
        street: 'Советская',
        streetKey: streetKey('Томск', 'Советская'),
        building: '14',
        flat: '',
        isPrivateSector: false,
      },
    ]);
  });
  buildingId = id ?? 0;
  const terms = { name: 'Дом', baseMinor: 100_000, mostParts: 4 };
  const { body } = await call('POST /api/connection-terms', terms);
  await call('PUT /api/buildings/{id}/coverage/{technology}', {
    id: buildingId,
    technology: 'ftth',
    speedKbps: 1_000_000,
    connectionTermsId: body.id,
    version: null,
  });
});
afterAll(() => world.close());

const untyped = () => world.via({ ...api, ...catalogApi, ...networkApi });
const call = ((key, input) => untyped()(key, input, boss.as)) as ReturnType<typeof untyped>;

test('a quote begins from what was agreed on, the fee of the tariff in it once', async () => {
  const { read, put } = guidedBy(call);
  const { id } = (await call('POST /api/guided-sales', { name: 'Котова Анна' })).body;
  const dealId = (await read(id)).deal.id;
  await walkTo(call, id, 'offer');
  await put(id, 'address', { buildingId });
  await put(id, 'tariff', { versionId: (await read(id)).recommended?.versionId ?? 0 });
  await put(id, 'answer');
  await put(id, 'answer');
  const productId = (await read(id)).furthers[0]?.productId ?? 0;
  await put(id, 'further', { productId, answer: 'interested' });
  await put(id, 'payment', { way: 'split' });
  const before = (await call('GET /api/deals/{id}/quotes', { id: dealId })).body;
  expect(before).toEqual({ quotes: [], agreed: null });
  await put(id, 'answer');
  await put(id, 'answer');
  // Told at the end is what the quote will say, its bundles taken off.
  const told = (await read(id)).agreed;
  expect(told).toMatchObject({ monthlyMinor: 90_000, onceMinor: 150_000 });
  await put(id, 'end', { ending: { outcome: 'agreed' } });

  const deal = (await call('GET /api/deals/{id}', { id: dealId })).body;
  expect(deal).toMatchObject({ monthlyMinor: 90_000, onceMinor: 150_000 });
  const { agreed } = (await call('GET /api/deals/{id}/quotes', { id: dealId })).body;
  expect(agreed).toEqual({
    productVersionIds: deal.products.map(({ versionId }) => versionId),
    connectionMinor: 100_000,
    payment: 'split',
    parts: 4,
  });
  const { productVersionIds = [], ...paid } = agreed ?? {};
  const offer = { id: dealId, productVersionIds, ...paid };
  const asked = { id: dealId, productVersionIds: productVersionIds.join(',') };
  const priced = (await call('GET /api/deals/{id}/quote-lines', asked)).body;
  expect(priced).toEqual({ ...told, onceMinor: 50_000 });
  expect(priced.onceMinor + 100_000).toBe(150_000);
  const made = await call('POST /api/deals/{id}/quotes', offer);
  expect(made.status).toBe(201);
  const { quotes } = (await call('GET /api/deals/{id}/quotes', { id: dealId })).body;
  expect(quotes).toMatchObject([{ monthlyMinor: 90_000, onceMinor: 150_000, parts: 4 }]);
});

test('what is agreed on is told whole whatever the catalogue says, and the deal has it so', async () => {
  const { read, put } = guidedBy(call);
  const { id } = (await call('POST /api/guided-sales', { name: 'Ким Олег' })).body;
  await walkTo(call, id, 'offer');
  await put(id, 'address', { buildingId });
  await put(id, 'answer');
  await put(id, 'answer');
  const { furthers, recommended } = await read(id);
  const productId = furthers[0]?.productId ?? 0;
  await put(id, 'further', { productId, answer: 'interested' });
  for (let at = 0; at < 3 && (await read(id)).step.kind !== 'end'; at += 1) await put(id, 'answer');
  const told = async () => {
    const { agreed } = await read(id);
    return {
      sums: agreed?.lines.map(({ monthlyMinor }) => monthlyMinor),
      of: agreed?.monthlyMinor,
    };
  };
  const before = { sums: [70_000, 20_000], of: 90_000 };
  expect(await told()).toEqual(before);
  const sell = async (of: number, isArchived: boolean) =>
    expect((await call('PUT /api/products/{id}', { id: of, isArchived })).status).toBe(200);
  await sell(productId, true);
  expect(await told()).toEqual(before);
  await sell(productId, false);
  const terms = { monthlyFeeMinor: 25_000, validFrom: '2026-01-02' };
  expect((await call('POST /api/products/{id}/versions', { id: productId, terms })).status).toBe(
    201,
  );
  const after = { sums: [70_000, 25_000], of: 95_000 };
  expect(await told()).toEqual(after);
  await put(id, 'end', { ending: { outcome: 'agreed' } });
  await sell(recommended?.productId ?? 0, true);
  expect(await told()).toEqual(after);
  const { deal } = await read(id);
  expect((await call('GET /api/deals/{id}', { id: deal.id })).body.monthlyMinor).toBe(95_000);
});
