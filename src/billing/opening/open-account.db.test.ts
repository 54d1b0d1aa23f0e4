import { afterAll, beforeAll, expect, test } from 'vitest';
import { api } from '../api.ts';
import { addAccount } from '../../testing/accounts.ts';
import { openTill, type Till } from '../testing/till.ts';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.world.close());

const call = () => till.world.via(api);
const open = (subscriberId: number, fields: object = {}, as = till.chief.as) =>
  call()('POST /api/accounts', { subscriberId, ...fields }, as);
const standingOf = async (id: number) => {
  const { rows } = await till.world.ctx.pool.query<{ status: string; left: string | null }>(
    'select status, left_on::text as left from subscribers where id = $1',
    [id],
  );
  return rows[0];
};

test('accounts opened at once get numbers of their own, above what a base has brought', async () => {
  const brought = await till.addHolder();
  await addAccount(till.world, brought, { number: '700123' });
  const holders = await Promise.all(Array.from({ length: 5 }, () => till.addHolder()));
  const opened = await Promise.all(holders.map((id) => open(id)));
  expect(opened.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
  const numbers = opened.map(({ body }) => Number(body.number));
  expect(numbers.toSorted((a, b) => a - b)).toEqual([700124, 700125, 700126, 700127, 700128]);
  const named = await open(await till.addHolder(), { number: '700129', contractNumber: 'Д-1/26' });
  expect(named.body.number).toBe('700129');
  expect((await open(await till.addHolder())).body.number).toBe('700130');
  const taken = await open(await till.addHolder(), { number: '700129' });
  expect(taken).toMatchObject({ status: 409, body: { code: 'billing.number_taken' } });
});

test('whoever was to become a subscriber is one, and is found by the new line', async () => {
  const id = await till.addHolder({ status: 'prospect' });
  const { body } = await open(id, {
    lines: [{ kind: 'internet', login: 'Volna42', ip: '10.9.8.7' }],
  });
  expect(await standingOf(id)).toMatchObject({ status: 'active', left: null });
  const line = { id: body.id, kind: 'phone' as const, number: '8 912 345-67-89' };
  const added = await call()('POST /api/accounts/{id}/lines', line, till.chief.as);
  expect(added.status).toBe(201);
  const other = await open(await till.addHolder(), {
    lines: [{ kind: 'internet', login: 'Volna42' }],
  });
  expect(other.body).toMatchObject({ code: 'billing.line_taken' });
  const wrong = { id: body.id, kind: 'internet' as const, mac: '12:34' };
  expect((await call()('POST /api/accounts/{id}/lines', wrong, till.chief.as)).body).toMatchObject({
    code: 'billing.wrong_line',
  });
  const closed = { id: body.id, lineId: added.body.id };
  const close = 'DELETE /api/accounts/{id}/lines/{lineId}';
  expect((await call()(close, closed, till.chief.as)).status).toBe(200);
  expect((await call()(close, closed, till.chief.as)).status).toBe(404);
});

test('a stranger’s address is refused', async () => {
  const [one, other] = [await till.addHolder(), await till.addHolder()];
  const { rows } = await till.world.ctx.pool.query<{ id: number }>(
    `with s as (insert into streets (city, name, key) values ($1, $2, 'x') returning id),
          b as (insert into buildings (street_id, number) select id, $3 from s returning id),
          p as (insert into premises (building_id, flat) select id, $4 from b returning id)
     insert into service_addresses (subscriber_id, premise_id, created_at)
     select $5, id, now() from p returning id`,
    ['Ладога', 'ул. Озёрная', '4', '2', one],
  );
  const serviceAddressId = rows[0]?.id ?? 0;
  expect((await open(other, { serviceAddressId })).body).toMatchObject({
    code: 'billing.no_such_address',
  });
  expect((await open(one, { serviceAddressId })).status).toBe(201);
});

test('a closed account gives back what was paid ahead, ends all, and its holder has left', async () => {
  const { accountId, subscriberId } = await till.open();
  const before = (await till.sums(accountId))?.sum ?? 0;
  const close = { id: accountId, words: 'Переезжает в другой город' };
  const { body } = await call()('POST /api/accounts/{id}/close', close, till.chief.as);
  expect(body).toMatchObject({ balanceMinor: before, currency: 'RUB' });
  expect(await standingOf(subscriberId)).toMatchObject({ status: 'left' });
  const service = await call()('GET /api/accounts/{id}/service', { id: accountId }, till.chief.as);
  expect(service.body).toMatchObject({ state: 'closed', subscriptions: [] });
  expect((await call()('POST /api/accounts/{id}/close', close, till.chief.as)).body).toMatchObject({
    code: 'billing.account_closed',
  });
  const line = { id: accountId, kind: 'tv' as const };
  expect((await call()('POST /api/accounts/{id}/lines', line, till.chief.as)).body).toMatchObject({
    code: 'billing.account_closed',
  });
  await open(subscriberId);
  expect(await standingOf(subscriberId)).toMatchObject({ status: 'active', left: null });
});
