import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { bulkLoad as loadProducts, type ProductLoad } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as networkApi } from '../../network/api.ts';
import { loadBuildings, streetKey } from '../../subscribers/index.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { guidedBy, products, walkTo } from './testing/guided-walk.ts';

let world: World;
let boss: SignedIn;
/** Optics, a telephone line, nothing known, nothing known and a stop, a cable by the metre. */
let [optics, wire, blank, closed, metred] = [0, 0, 0, 0, 0];
let id = 0;

const channels: ProductLoad = {
  name: 'Каналы',
  kind: 'addon',
  service: 'tv',
  currency: 'RUB',
  validFrom: '2026-01-01',
  monthlyFeeMinor: 10_000,
  tvChannels: 100,
  serves: ['video', 'tv'],
};

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { team: 'Продажи', name: 'Смирнова Вера' });
  const places = ['1', '2', '3', '4', '5'].map((building) => ({
    city: 'Томск',
    streetKind: 'street',
    street: 'Советская',
    streetKey: streetKey('Томск', 'Советская'),
    building,
    flat: '',
    isPrivateSector: false,
  }));
  [optics = 0, wire = 0, blank = 0, closed = 0, metred = 0] = await inBulkTransaction(
    world.ctx,
    async (bulk) => {
      await loadProducts(bulk, [...products, channels]);
      return (await loadBuildings(bulk, places)).map((one) => one ?? 0);
    },
  );
  const cover = (
    building: number,
    technology: 'ftth' | 'dsl',
    speedKbps: number,
    connectionTermsId: number | null = null,
  ) =>
    call('PUT /api/buildings/{id}/coverage/{technology}', {
      id: building,
      technology,
      speedKbps,
      connectionTermsId,
      version: null,
    });
  const terms = { name: 'Частный сектор', baseMinor: 450_000, metreMinor: 4500 };
  const reach = { includedMetres: 50, longestMetres: 500, mostParts: 12 };
  const byMetre = await call('POST /api/connection-terms', { ...terms, ...reach });
  await cover(metred, 'ftth', 1_000_000, byMetre.body.id);
  await cover(optics, 'ftth', 1_000_000);
  await cover(wire, 'dsl', 8000);
  await stop(closed);
});
afterAll(() => world.close());

/** Begins one that stands at the recommendation for the house with optics. */
beforeEach(async () => {
  id = (await call('POST /api/guided-sales', { name: 'Котова Анна' })).body.id;
  await walkTo(call, id, 'offer');
});

const untyped = () => world.via({ ...api, ...networkApi, ...catalogApi });
const call = ((key, input) => untyped()(key, input, boss.as)) as ReturnType<typeof untyped>;
const stop = (buildingId: number) =>
  call('POST /api/stop-sales', { buildingId, level: 'stop', reason: 'Перегрузка' });
const sale = () => guidedBy(call).read(id);
const put = (
  ...input: Parameters<ReturnType<typeof guidedBy>['put']> extends [number, ...infer R] ? R : never
) => guidedBy(call).put(id, ...input);
const agree = async () => {
  const { version } = await sale();
  const ending = { outcome: 'agreed' } as const;
  return (await call('POST /api/guided-sales/{id}/end', { id, version, ending })).body;
};
const takeFirst = async () => {
  await put('tariff', { versionId: (await sale()).recommended?.versionId ?? 0 });
  await put('payment', { way: 'full' });
};
const taken = async () => {
  const { rows } = await world.ctx.pool.query<object>(
    `select taken ->> 'name' as name, taken_minor, payment, payment_parts, connection_minor
     from guided_sales where id = $1`,
    [id],
  );
  return rows[0];
};
const nothing = {
  name: null,
  taken_minor: null,
  payment: null,
  payment_parts: null,
  connection_minor: null,
};

const versionOf = async (name: string): Promise<number> => {
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    'select v.id from product_versions v join products p on p.id = v.product_id where p.name = $1',
    [name],
  );
  return rows[0]?.id ?? 0;
};
/** A quote of these, said yes to by its link. @returns the deal as it is then */
const accept = async (dealId: number, productVersionIds: number[]) => {
  const offer = { id: dealId, productVersionIds };
  const { path } = (await call('POST /api/deals/{id}/quotes', offer)).body;
  const yes = { token: path.split('/').at(-1) ?? '', name: 'Котова Анна' };
  await untyped()('POST /api/public/quotes/{token}/accept', yes, {});
  const { version } = (await call('GET /api/deals/{id}', { id: dealId })).body;
  return { id: dealId, version };
};

test('what was taken at one house is not agreed on for another', async () => {
  await put('address', { buildingId: optics });
  await takeFirst();
  expect(await taken()).toMatchObject({ name: 'Скорость 300', payment: 'full' });
  await put('answer');
  await put('address', { buildingId: wire });
  expect(await taken()).toEqual(nothing);
  expect(await agree()).toMatchObject({ code: 'sales.nothing_taken' });
  await put('address', { buildingId: blank });
  expect(await sale()).toMatchObject({ lines: null, recommended: null });
  expect(await agree()).toMatchObject({ code: 'sales.recommendation_past' });
});

test('what was taken by other needs, or over another line, is forgotten', async () => {
  await put('line', { technology: 'ftth', lineKbps: 1_000_000 });
  await takeFirst();
  await put('line', { technology: 'ftth', lineKbps: 400_000 });
  expect(await taken()).toEqual(nothing);
  await takeFirst();
  while ((await sale()).step.key !== 'people') await put('back');
  await put('answer', { number: 12 });
  expect(await agree()).toMatchObject({ code: 'sales.recommendation_past' });
  await walkTo(call, id, 'offer');
  expect(await taken()).toEqual(nothing);
});

test('a stop of sales in between leaves nothing to agree on', async () => {
  await put('address', { buildingId: optics });
  await takeFirst();
  const made = await stop(optics);
  expect(await agree()).toMatchObject({ code: 'sales.recommendation_past' });
  const { version, taken: wanted } = await sale();
  const again = { id, version, versionId: wanted?.versionId ?? 0 };
  const refused = await call('PUT /api/guided-sales/{id}/tariff', again);
  expect(refused.body).toMatchObject({ code: 'sales.recommendation_past' });
  await call('POST /api/stop-sales/{id}/lift', { id: made.body.id });
  expect(await agree()).toMatchObject({ id });
});

test('a stop counts at a house of which nothing else is known', async () => {
  await put('address', { buildingId: closed });
  await put('line', { technology: 'ftth', lineKbps: 1_000_000 });
  expect(await sale()).toMatchObject({ lines: [{ isStopped: true }], recommended: null });
  await put('address', { buildingId: blank });
  expect((await sale()).lines).toBeNull();
  await put('line', { technology: 'ftth', lineKbps: 1_000_000 });
  expect(await sale()).toMatchObject({ lines: [{ isStopped: false }] });
  expect((await sale()).recommended).not.toBeNull();
});

test('channels wanted beside and then with the tariff cost once', async () => {
  await put('line', { technology: 'ftth', lineKbps: 1_000_000 });
  await put('answer');
  await put('answer');
  const found = (await sale()).furthers.find(({ name }) => name === 'Каналы');
  await put('further', { productId: found?.productId ?? 0, answer: 'interested' });
  while ((await sale()).step.key !== 'uses') await put('back');
  await put('answer', { options: [0, 2, 4] });
  await walkTo(call, id, 'offer');
  expect((await sale()).recommended?.tv?.name).toBe('Каналы');
  await agree();
  const { deal } = await sale();
  expect((await call('GET /api/deals/{id}', { id: deal.id })).body).toMatchObject({
    monthlyMinor: 80_000,
    products: [
      { name: 'Скорость 300', monthlyMinor: 70_000 },
      { name: 'Каналы', monthlyMinor: 10_000 },
    ],
  });
});

test('a quote is bound to the same lines, and only who may charge otherwise offers others', async () => {
  const seller = await signedIn(world, { permissions: ['sales.work'], team: 'Продажи' });
  const offer = async (dealId: number, name: string, as = seller.as) => {
    const quoted = { id: dealId, productVersionIds: [await versionOf(name)] };
    return (await untyped()('POST /api/deals/{id}/quotes', quoted, as)).body;
  };
  const at = async (buildingId: number) =>
    (await call('POST /api/deals', { name: 'Котова Анна', buildingId })).body.id;
  const slow = await at(wire);
  expect(await offer(slow, 'Скорость 300')).toMatchObject({ code: 'sales.not_reached' });
  expect(await offer(slow, 'Кинотеатр')).not.toHaveProperty('code');
  expect(await offer(slow, 'Скорость 300', boss.as)).not.toHaveProperty('code');
  const fast = await at(optics);
  expect(await offer(fast, 'Скорость 300')).not.toHaveProperty('code');
  const { id: stopId } = (await stop(optics)).body;
  expect(await offer(fast, 'Скорость 300')).toMatchObject({ code: 'sales.not_reached' });
  await call('POST /api/stop-sales/{id}/lift', { id: stopId });

  // Of a house of which nothing is known counts what was said of its line.
  const { products: sold } = (await call('GET /api/products', {})).body;
  const product = sold.find(({ name }) => name === 'Скорость 100')?.id ?? 0;
  const only = [{ rule: 'technology' as const, technologies: ['ftth' as const] }];
  await call('PUT /api/products/{id}/about', { id: product, eligibility: only });
  const unknown = await at(blank);
  expect(await offer(unknown, 'Скорость 100')).toMatchObject({ code: 'sales.not_for_buyer' });
  id = (await call('POST /api/guided-sales', { dealId: unknown })).body.id;
  await put('line', { technology: 'ftth', lineKbps: 100_000 });
  expect(await offer(unknown, 'Скорость 100')).not.toHaveProperty('code');
  expect(await offer(unknown, 'Скорость 300')).toMatchObject({ code: 'sales.not_reached' });
  await call('PUT /api/products/{id}/about', { id: product, eligibility: [] });
});

test('what somebody has at an address is not recommended there again, for another home it is', async () => {
  const home = { buildingId: optics, flat: '7' };
  await put('address', home);
  await takeFirst();
  await agree();
  const dealId = (await sale()).deal.id;
  const { agreed } = (await call('GET /api/deals/{id}/quotes', { id: dealId })).body;
  const accepted = await accept(dealId, agreed?.productVersionIds ?? []);
  expect((await call('POST /api/deals/{id}/connect', accepted)).status).toBe(201);
  const { subscriberId } = (await call('GET /api/deals/{id}', { id: dealId })).body;
  const next = (await call('POST /api/deals', { name: 'Котова Анна', subscriberId })).body.id;
  id = (await call('POST /api/guided-sales', { dealId: next })).body.id;
  await walkTo(call, id, 'offer');
  const named = async (flat: string) => {
    await put('address', { ...home, flat });
    return (await sale()).recommended?.name;
  };
  expect(await named('7')).not.toBe('Скорость 300');
  expect((await sale()).recommended).not.toBeNull();
  expect(await named('8')).toBe('Скорость 300');
});

test('what goes by the metre is priced once they are said, and reaches no further', async () => {
  await put('address', { buildingId: metred });
  await put('tariff', { versionId: (await sale()).recommended?.versionId ?? 0 });
  expect(await sale()).toMatchObject({ isMetred: true, metres: null, paymentWays: [] });
  const { version } = await sale();
  const pay = { id, version, way: 'full' } as const;
  const early = await call('PUT /api/guided-sales/{id}/payment', pay);
  expect(early.body).toMatchObject({ code: 'sales.no_such_payment' });
  const ending = { outcome: 'agreed' } as const;
  const ended = await call('POST /api/guided-sales/{id}/end', { id, version, ending });
  expect(ended.body).toMatchObject({ code: 'sales.metres_unsaid' });
  await put('metres', { metres: 90 });
  expect((await sale()).paymentWays).toMatchObject([
    { way: 'full', totalMinor: 450_000 + 40 * 4500 + 50_000 },
    { way: 'split', parts: 12 },
  ]);
  await put('payment', { way: 'full' });
  expect(await taken()).toMatchObject({ name: 'Скорость 300', connection_minor: 680_000 });
  await put('metres', { metres: 50 });
  expect(await taken()).toMatchObject({ name: 'Скорость 300', connection_minor: null });
  await put('metres', { metres: 501 });
  expect(await sale()).toMatchObject({
    lines: [{ isStopped: true }],
    recommended: null,
    isMetred: true,
  });
  await put('metres', { metres: 51 });
  expect((await sale()).recommended).toMatchObject({ name: 'Скорость 300' });
  await put('address', { buildingId: optics });
  expect(await sale()).toMatchObject({ isMetred: false, metres: null });
});

test('a stop since the quote is asked once more at connecting, of whoever may put it aside', async () => {
  const seller = await signedIn(world, { permissions: ['sales.work'], team: 'Продажи' });
  const deal = { name: 'Лодочникова Вера', phone: '+79135557001', buildingId: optics, flat: '12' };
  const { id: dealId } = (await call('POST /api/deals', deal)).body;
  const ready = await accept(dealId, [await versionOf('Скорость 300')]);
  const { id: stopId } = (await stop(optics)).body;
  const connect = async (more: object = {}, as = boss.as) =>
    (await untyped()('POST /api/deals/{id}/connect', { ...ready, ...more }, as)).body;
  const isOverridden = true;
  expect(await connect({ isOverridden }, seller.as)).toMatchObject({ code: 'sales.not_reached' });
  expect(await connect()).toMatchObject({
    code: 'sales.not_reached_now',
    fields: { isOverridden: expect.stringContaining('Скорость 300') as string },
  });
  expect(await connect({ isOverridden })).not.toHaveProperty('code');
  const { history } = (await call('GET /api/deals/{id}', { id: dealId })).body;
  const told = history.find(({ type }) => type === 'sales.deal_connected');
  expect(told?.facts).toMatchObject({ unreached: 'Скорость 300' });
  await call('POST /api/stop-sales/{id}/lift', { id: stopId });
});
