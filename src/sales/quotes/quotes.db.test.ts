import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../../catalog/api.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let versions: ReadonlyMap<string, number>;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world, { name: 'Смирнова Вера', team: 'Продажи' });
  const usual = { currency: 'RUB', validFrom: '2025-01-01' };
  versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(ctx, [
      {
        ...usual,
        kind: 'tariff',
        service: 'internet',
        name: 'Домашний 300',
        monthlyFeeMinor: 75_000,
        speedKbps: 300_000,
      },
      {
        ...usual,
        kind: 'addon',
        service: 'other',
        name: 'Кинотеатр',
        monthlyFeeMinor: 29_900,
        speedKbps: null,
      },
    ]),
  );
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const nobody = {};
const openDeal = async (): Promise<number> =>
  (await call('POST /api/deals', { name: 'Котова Анна', phone: '+79135551001' })).body.id;
const quote = async (id: number, more: object = {}) => {
  const offered = { productVersionIds: [...versions.values()], connectionMinor: 100_000 };
  return (await call('POST /api/deals/{id}/quotes', { id, ...offered, ...more })).body;
};
const home = (): number => versions.get('Домашний 300') ?? 0;

/** Gives a product a newer version. @returns the one that is sold no more */
async function supersede(name: string): Promise<number> {
  const catalog = world.via(catalogApi);
  const { products } = (await catalog('GET /api/products', {}, boss.as)).body;
  const id = products.find((one) => one.name === name)?.id ?? 0;
  const terms = { monthlyFeeMinor: 34_900, validFrom: '2026-03-01' };
  await catalog('POST /api/products/{id}/versions', { id, terms }, boss.as);
  return versions.get(name) ?? 0;
}

const tokenIn = (path: string): string => path.split('/').at(-1) ?? '';

test('a quote keeps what was offered, and whoever has its link accepts it once', async () => {
  const id = await openDeal();
  const token = tokenIn((await quote(id)).path);
  const shown = await call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(shown.body).toMatchObject({
    state: 'offered',
    monthlyMinor: 104_900,
    onceMinor: 100_000,
    lines: [{ name: 'Домашний 300', speedKbps: 300_000 }, { name: 'Кинотеатр' }, {}],
    validUntil: '2026-03-16',
  });
  expect(JSON.stringify(shown.body)).not.toMatch(/Котова|5551001/);
  const accept = (name: string) =>
    call('POST /api/public/quotes/{token}/accept', { token, name }, nobody);
  const answers = await Promise.all(['Котова Анна', 'Кто-то другой'].map(accept));
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const { body } = await call('GET /api/deals/{id}/quotes', { id });
  expect(body.quotes).toMatchObject([{ state: 'accepted' }]);
  expect(body.quotes[0]?.seenAt).not.toBeNull();
  const deal = (await call('GET /api/deals/{id}', { id })).body;
  expect(deal).toMatchObject({ monthlyMinor: 104_900, onceMinor: 100_000 });
  expect(deal.history.filter(({ type }) => type === 'sales.quote_accepted')).toHaveLength(1);
  const decline = await call('POST /api/public/quotes/{token}/decline', { token }, nobody);
  expect(decline.body).toMatchObject({ code: 'sales.quote_decided' });
});

test('a new quote takes the former back, and one of yesterday is too late', async () => {
  const id = await openDeal();
  const former = tokenIn((await quote(id)).path);
  const today = tokenIn((await quote(id, { validUntil: '2026-03-02' })).path);
  const accept = (token: string) =>
    call('POST /api/public/quotes/{token}/accept', { token, name: 'Котова' }, nobody);
  expect((await accept(former)).body).toMatchObject({ code: 'sales.quote_decided' });
  world.clock.advance({ seconds: 86_400 });
  expect((await accept(today)).body).toMatchObject({ code: 'sales.quote_past' });
  const late = await call('GET /api/public/quotes/{token}', { token: today }, nobody);
  expect(late.body).toMatchObject({ state: 'offered', isPast: true });
  const { id: quoteId, path } = await quote(id);
  const words = 'Дорого';
  const token = tokenIn(path);
  await call('POST /api/public/quotes/{token}/decline', { token, words }, nobody);
  const { body } = await call('GET /api/deals/{id}/quotes', { id });
  expect(body.quotes[0]).toMatchObject({ id: quoteId, state: 'declined', declineWords: words });
  const withdraw = await call('POST /api/deals/{id}/quotes/{quoteId}/withdraw', { id, quoteId });
  expect(withdraw.body).toMatchObject({ code: 'sales.quote_decided' });
});

test('nothing is offered under a closed deal, nor what is not sold', async () => {
  const id = await openDeal();
  expect(await quote(id, { productVersionIds: [999_999] })).toMatchObject({
    code: 'sales.no_such_version',
  });
  expect(await quote(id, { validUntil: '2026-01-01' })).toMatchObject({ code: 'sales.quote_past' });
  const superseded = await supersede('Кинотеатр');
  expect(await quote(id, { productVersionIds: [superseded] })).toMatchObject({
    code: 'sales.no_such_version',
  });
  const open = tokenIn((await quote(id, { productVersionIds: [home()] })).path);
  await call('POST /api/deals/{id}/win', { id, version: 1 });
  const accept = { token: open, name: 'Котова Анна' };
  expect((await call('POST /api/public/quotes/{token}/accept', accept, nobody)).body).toMatchObject(
    { code: 'sales.quote_decided' },
  );
  const late = await call('GET /api/public/quotes/{token}', { token: open }, nobody);
  expect(late.body).toMatchObject({ state: 'withdrawn' });
  expect(await quote(id)).toMatchObject({ code: 'sales.deal_closed' });
  const token = 'x'.repeat(43);
  const gone = await call('GET /api/public/quotes/{token}', { token }, nobody);
  expect(gone.status).toBe(404);
});
