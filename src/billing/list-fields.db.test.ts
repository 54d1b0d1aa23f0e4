import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Condition } from '../kernel/conditions/condition.ts';
import { addAccount, post } from '../testing/accounts.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;
const list = 'POST /api/subscribers/list';
let ids: { payer: number; debtor: number; stranger: number };

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
  ids = { payer: await add(), debtor: await add(), stranger: await add() };
  const paid = await addAccount(world, ids.payer);
  await post(world, paid, {
    kind: 'payments',
    occurredOn: '2026-02-20',
    counterpart: 'gateway',
    amountMinor: 124_000,
  });
  const owed = await addAccount(world, ids.debtor, {
    lines: [{ kind: 'internet', login: 'debtor_1' }],
  });
  await post(world, owed, {
    kind: 'monthly_charges',
    occurredOn: '2026-02-01',
    counterpart: 'revenue',
    amountMinor: -60_000,
  });
});
afterAll(() => world.close());

async function matching(filter: Condition): Promise<number[]> {
  const { body } = await call(list, { columns: ['id'], filter });
  return body.rows.map(({ id }) => id);
}

test('the list of subscribers shows the main account, its balance and tariff', async () => {
  const columns = ['account', 'accountState', 'balance', 'tariff', 'monthlyFee', 'login'];
  const { body } = await call(list, { columns });
  const { tariff, ...cells } = body.rows.find(({ id }) => id === ids.debtor)?.cells ?? {};
  expect(cells).toEqual({
    account: `40-${ids.debtor}`,
    accountState: 'active',
    balance: { amountMinor: -60_000, currency: 'RUB' },
    monthlyFee: { amountMinor: 60_000, currency: 'RUB' },
    login: 'debtor_1',
  });
  const fields = await call('GET /api/subscribers/fields', {});
  const choices = fields.body.fields.find(({ key }) => key === 'tariff')?.choices;
  expect(choices).toContainEqual({ value: tariff, label: 'Домашний 100' });
  const none = body.rows.find(({ id }) => id === ids.stranger)?.cells;
  expect(none).toEqual(Object.fromEntries(columns.map((key) => [key, null])));
});

test('it is filtered by any account', async () => {
  expect(await matching({ field: 'balance', op: 'lt', value: 0 })).toEqual([ids.debtor]);
  const number = `40-${ids.payer}`;
  expect(await matching({ field: 'account', op: 'is', value: number })).toEqual([ids.payer]);
  expect(await matching({ field: 'account', op: 'empty' })).toEqual([ids.stranger]);
  expect(await matching({ field: 'login', op: 'starts', value: 'DEBTOR' })).toEqual([ids.debtor]);
});

test('it is sorted by balance and grouped by tariff', async () => {
  const sort = { field: 'balance', direction: 'desc' as const };
  const sorted = await call(list, { columns: ['id'], sort });
  expect(sorted.body.rows.map(({ id }) => id)).toEqual([ids.payer, ids.debtor, ids.stranger]);
  const grouped = await call(list, { columns: ['id'], groupBy: 'tariff' });
  expect(grouped.body.groups).toMatchObject([
    { label: 'Домашний 100', count: 2 },
    { value: null, count: 1 },
  ]);
});
