import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { api as catalogApi } from '../../catalog/api.ts';
import { bulkLoad as loadProducts } from '../../catalog/index.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { readPdf, takeBy } from '../../testing/pdf.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let versionId: number;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  const versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(ctx, [
      {
        kind: 'tariff',
        service: 'internet',
        name: 'Домашний 300',
        monthlyFeeMinor: 31_000,
        connectionFeeMinor: 500,
        currency: 'RUB',
        speedKbps: 300_000,
        validFrom: '2025-01-01',
      },
    ]),
  );
  versionId = versions.get('Домашний 300') ?? 0;
  // Charges begin with the month in which the clock stands, and half of it is gone.
  const billing = world.via(billingApi);
  const { body: settings } = await billing('GET /api/billing-settings', {}, boss.as);
  const begun = { ...settings, chargesBeginOn: '2026-03-01', proration: 'day' as const };
  await billing('PUT /api/billing-settings', begun, boss.as);
  world.clock.moveTo(new Date('2026-03-16T09:00:00Z'));
});
afterAll(() => world.close());

const call = () => world.via(api);
const accepted = async (fields: object = {}): Promise<number> => {
  const deal = { name: 'Котова Анна', phone: '+79135551001', ...fields };
  const { id } = (await call()('POST /api/deals', deal, boss.as)).body;
  const offer = { id, productVersionIds: [versionId], connectionMinor: 100_000 };
  const { path } = (await call()('POST /api/deals/{id}/quotes', offer, boss.as)).body;
  const token = path.split('/').at(-1) ?? '';
  await call()('POST /api/public/quotes/{token}/accept', { token, name: 'Котова Анна' }, {});
  return id;
};
const read = async (id: number) => (await call()('GET /api/deals/{id}', { id }, boss.as)).body;
const connect = (id: number, version: number, more: object = {}) =>
  call()('POST /api/deals/{id}/connect', { id, version, ...more }, boss.as);

test('what was accepted becomes an account that is charged, once, though it is asked twice', async () => {
  const address = 'Ладога, ул. Озёрная, 4, кв. 2';
  const id = await accepted({ address });
  const { version } = await read(id);
  const both = await Promise.all([1, 2].map(() => connect(id, version, { login: 'volna7' })));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const deal = await read(id);
  expect(deal).toMatchObject({ state: 'won', subscriberName: 'Котова Анна' });
  const accountId = deal.account?.id ?? 0;
  const service = await world.via(billingApi)(
    'GET /api/accounts/{id}/service',
    { id: accountId },
    boss.as,
  );
  expect(service.body.subscriptions).toMatchObject([{ productVersionId: versionId }]);
  const { rows } = await world.ctx.pool.query<{ kind: string; minor: number }>(
    'select kind, amount_minor as minor from charges where account_id = $1 order by 2',
    [accountId],
  );
  // The connection of the version, half of March of its fee, and what the connection itself takes.
  expect(rows.map(({ minor }) => minor)).toEqual([500, 16_000, 100_000]);
  const card = await world.via(subscribersApi)(
    'GET /api/subscribers/{id}',
    { id: deal.subscriberId ?? 0 },
    boss.as,
  );
  expect(card.body).toMatchObject({ status: 'active', contacts: [{ value: '+79135551001' }] });
  expect(card.body.addresses).toHaveLength(1);
  const back = { id, version: deal.version, reason: 'Ждут' };
  const reopened = await call()('POST /api/deals/{id}/reopen', back, boss.as);
  expect(reopened.body).toMatchObject({ code: 'sales.already_connected' });
});

test('what was accepted is given, though it is sold no longer; nobody is offered it any more', async () => {
  const id = await accepted({ phone: '+79135551055' });
  const catalog = world.via(catalogApi);
  const { products } = (await catalog('GET /api/products', {}, boss.as)).body;
  const productId = products[0]?.id ?? 0;
  const put = (isArchived: boolean) =>
    catalog('PUT /api/products/{id}', { id: productId, isArchived }, boss.as);
  expect((await put(true)).status).toBe(200);
  const offer = { id, productVersionIds: [versionId] };
  const refused = await call()('POST /api/deals/{id}/quotes', offer, boss.as);
  expect(refused.body).toMatchObject({ code: 'sales.no_such_version' });
  expect((await connect(id, (await read(id)).version)).status).toBe(201);
  await put(false);
});

test('nothing stands half done where a step is refused', async () => {
  const id = await accepted({ phone: '+79135551002' });
  const { version } = await read(id);
  const count = async (): Promise<unknown> =>
    (
      await world.ctx.pool.query(
        'select (select count(*) from subscribers) as people, (select count(*) from accounts) as accounts',
      )
    ).rows;
  const before = await count();
  const taken = await connect(id, version, { login: 'volna7' });
  expect(taken.body).toMatchObject({ code: 'billing.line_taken' });
  expect(await count()).toEqual(before);
  expect(await read(id)).toMatchObject({ state: 'open', account: null });
  const bare = (await call()('POST /api/deals', { name: 'Без предложения' }, boss.as)).body.id;
  expect((await connect(bare, 1)).body).toMatchObject({ code: 'sales.nothing_accepted' });
});

test('one who is known keeps the card, and gets an account more', async () => {
  const person = { kind: 'person' as const, lastName: 'Лодочников', firstName: 'Олег' };
  const made = await world.via(subscribersApi)('POST /api/subscribers', person, boss.as);
  const id = await accepted({ subscriberId: made.body.id, phone: '' });
  const { version } = await read(id);
  expect((await connect(id, version)).status).toBe(201);
  const won = await read(id);
  expect(won).toMatchObject({ subscriberId: made.body.id, state: 'won' });
  // Whose the account is does not change with the deal.
  const other = await world.via(subscribersApi)('POST /api/subscribers', person, boss.as);
  const change = { id, version: won.version, subscriberId: other.body.id };
  const changed = await call()('PATCH /api/deals/{id}', change, boss.as);
  expect(changed.body).toMatchObject({ code: 'sales.buyer_settled' });
});

test('one who is known already is named, and nobody is doubled by the way', async () => {
  const phone = '+79135551077';
  const ids = [await accepted({ phone }), await accepted({ phone }), await accepted({ phone })];
  const deals = await Promise.all(ids.map(read));
  const [first, same, another] = deals.map(({ id, version }) => ({ id, version }));
  if (!first || !same || !another) throw new Error('no deals');
  await connect(first.id, first.version);
  const { subscriberId } = await read(first.id);
  const refused = await connect(same.id, same.version);
  expect(refused.body).toMatchObject({
    code: 'sales.known_already',
    fields: { buyer: expect.stringContaining('Котова Анна') as string },
  });
  expect(await read(same.id)).toMatchObject({ state: 'open', subscriberId: null });
  const alike = await call()('GET /api/deals/{id}/alike', { id: same.id }, boss.as);
  expect(alike.body.alike.map(({ id }) => id)).toEqual([subscriberId]);
  // Whoever is not alike is not taken for the buyer.
  const wrong = await connect(same.id, same.version, { buyer: (subscriberId ?? 0) + 1000 });
  expect(wrong.body).toMatchObject({ code: 'sales.known_already' });
  const known = await connect(same.id, same.version, { buyer: subscriberId });
  expect(known.status).toBe(201);
  expect((await read(same.id)).subscriberId).toBe(subscriberId);
  expect((await connect(another.id, another.version, { buyer: 'another' })).status).toBe(201);
  expect((await read(another.id)).subscriberId).not.toBe(subscriberId);
});

test('the account is of the contract that was accepted, unless another is named', async () => {
  const contract = async (phone: string, more: object = {}) => {
    const id = await accepted({ phone });
    const { version } = await read(id);
    const { accountId } = (await connect(id, version, more)).body;
    const { rows } = await world.ctx.pool.query<{ own: string; ownOn: string; of: string }>(
      `select a.contract_number as own, a.contract_on::text as "ownOn", c.number as of
       from   accounts a join contracts c on c.deal_id = $2 where a.id = $1`,
      [accountId, id],
    );
    return rows[0];
  };
  const accepts = await contract('+79135551081');
  expect(accepts?.own).toBe(accepts?.of);
  expect(accepts?.ownOn).toBe('2026-03-16');
  const named = await contract('+79135551082', { contractNumber: 'Д-7', contractOn: '2026-03-01' });
  expect(named).toMatchObject({ own: 'Д-7', ownOn: '2026-03-01' });
});

test('a bundle and instalments are told in the quote, and charged as they were told', async () => {
  const usual = { currency: 'RUB', speedKbps: null, validFrom: '2025-01-01' } as const;
  const versions = await inBulkTransaction(world.ctx, (ctx) =>
    loadProducts(ctx, [
      {
        ...usual,
        kind: 'addon',
        service: 'tv',
        name: 'Кино',
        monthlyFeeMinor: 9000,
        costMinor: 6400,
      },
      {
        ...usual,
        kind: 'equipment',
        service: 'internet',
        name: 'Роутер',
        monthlyFeeMinor: 0,
        connectionFeeMinor: 360_000,
        instalments: 12,
      },
    ]),
  );
  const catalog = world.via(catalogApi);
  const { products } = (await catalog('GET /api/products', {}, boss.as)).body;
  const productIds = products.filter(({ kind }) => kind !== 'equipment').map(({ id }) => id);
  const bundle = { name: 'Дом и кино', kind: 'price' as const, value: 35_000, productIds };
  const { body: made } = await catalog('POST /api/bundles', bundle, boss.as);
  const { id } = (await call()('POST /api/deals', { name: 'Лунёв Пётр' }, boss.as)).body;
  const productVersionIds = [versionId, ...versions.values()];
  const offer = { id, productVersionIds, payment: 'full' as const };
  const quoted = (await call()('POST /api/deals/{id}/quotes', offer, boss.as)).body;
  const { quotes } = (await call()('GET /api/deals/{id}/quotes', { id }, boss.as)).body;
  expect(quotes[0]).toMatchObject({ monthlyMinor: 35_000, onceMinor: 360_500 });
  expect(quotes[0]?.lines).toMatchObject([
    { name: 'Домашний 300', bundle: { id: made.id } },
    { name: 'Кино', bundle: { id: made.id } },
    { name: 'Роутер', monthlyMinor: 0, instalments: 12, bundle: null },
  ]);
  // 6400 is four fifths of 8000: less than that is not left of it.
  expect(quotes[0]?.lines[1]?.monthlyMinor).toBeGreaterThanOrEqual(8000);
  const fileOf = 'GET /api/deals/{id}/quotes/{quoteId}/file';
  const { file } = await takeBy(world, fileOf, { input: { id, quoteId: quoted.id }, as: boss.as });
  const text = await readPdf(file);
  expect(text).toContain('«Роутер» — в рассрочку: 12 платежей по 300,00 руб.');
  expect(text).toContain('Пакет «Дом и кино» (Домашний 300, Кино)');
  // What is sold no longer was offered all the same.
  await catalog('PUT /api/bundles/{id}', { id: made.id, isArchived: true }, boss.as);
  const token = quoted.path.split('/').at(-1) ?? '';
  await call()('POST /api/public/quotes/{token}/accept', { token, name: 'Лунёв Пётр' }, {});
  const { version } = await read(id);
  const { accountId } = (await connect(id, version)).body;
  const { body: service } = await world.via(billingApi)(
    'GET /api/accounts/{id}/service',
    { id: accountId },
    boss.as,
  );
  const sum = (of: readonly number[]): number => of.reduce((total, one) => total + one, 0);
  const fees = sum(service.subscriptions.map(({ monthlyFeeMinor }) => monthlyFeeMinor));
  expect(fees - sum(service.discounts.map(({ value }) => value))).toBe(35_000);
  const { rows } = await world.ctx.pool.query<{ kind: string; minor: number }>(
    'select kind, amount_minor as minor from charges where account_id = $1 order by id',
    [accountId],
  );
  expect(rows.filter(({ kind }) => kind === 'instalment')).toMatchObject([{ minor: 30_000 }]);
  expect(rows.filter(({ kind }) => kind === 'fee')).toHaveLength(2);
  expect(rows.every(({ minor }) => minor > 0)).toBe(true);
});
