import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexSubscriber } from '../subscribers/index.ts';
import { addAccount, post } from '../testing/accounts.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../testing/subscribers.ts';
import { insertDiscount } from './discounts/give-discount.ts';

let { world, call, add }: SubscribersWorld = {} as SubscribersWorld;

beforeAll(async () => {
  ({ world, call, add } = await createSubscribersWorld());
});
afterAll(() => world.close());

test('the card shows accounts with balance, tariff and lines; without any, nothing', async () => {
  const id = await add();
  const empty = await call('GET /api/subscribers/{id}', { id });
  expect(empty.body.parts).toEqual({});
  const accountId = await addAccount(world, id, {
    lines: [{ kind: 'internet', login: 'kotova', ip: '10.0.0.7', mac: 'AA:BB:CC:00:11:22' }],
  });
  await post(world, accountId, {
    kind: 'payments',
    occurredOn: '2026-02-20',
    counterpart: 'gateway',
    amountMinor: 124_000,
  });
  const discount = { promotionId: null, words: 'Сосед', toOn: null } as const;
  const off = { ...discount, subscriptionId: null, kind: 'sum', value: 10_000 } as const;
  await insertDiscount(world.ctx, accountId, { ...off, fromOn: '2026-01-01' });
  await insertDiscount(world.ctx, accountId, { ...off, fromOn: '2099-01-01' });
  const { body } = await call('GET /api/subscribers/{id}', { id });
  expect(body.parts['accounts']).toMatchObject([
    {
      number: `40-${id}`,
      balanceMinor: 124_000,
      subscriptions: [
        {
          name: 'Домашний 100',
          monthlyFeeMinor: 60_000,
          payableMinor: 50_000,
          speedKbps: 100_000,
        },
      ],
      lines: [{ login: 'kotova', ip: '10.0.0.7', mac: 'aa:bb:cc:00:11:22' }],
    },
  ]);
});

test('accounts of a merged subscriber stand on its successor’s card', async () => {
  const [into, from] = [await add(), await add()];
  await addAccount(world, into);
  await addAccount(world, from);
  await call('POST /api/subscribers/{id}/merge', { id: into, fromId: from });
  const { body } = await call('GET /api/subscribers/{id}', { id: into });
  const accounts = body.parts['accounts'] as { number: string }[];
  expect(accounts.map((account) => account.number)).toEqual([`40-${into}`, `40-${from}`]);
});

test('the timeline reads charges of the month from the ledger, page by page', async () => {
  const id = await add();
  const accountId = await addAccount(world, id);
  for (const occurredOn of ['2025-12-01', '2026-01-01', '2026-02-01']) {
    await post(world, accountId, {
      kind: 'monthly_charges',
      occurredOn,
      counterpart: 'revenue',
      amountMinor: -60_000,
    });
  }
  const read: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { id, limit: 2, ...(cursor && { cursor }) };
    const { body } = await call('GET /api/subscribers/{id}/timeline', page);
    read.push(...body.entries.map((entry) => `${entry.at.slice(0, 10)} ${entry.type}`));
    cursor = body.nextCursor ?? undefined;
  } while (cursor);
  expect(read).toEqual([
    '2026-03-02 subscribers.created',
    '2026-01-31 ledger.monthly_charges',
    '2025-12-31 ledger.monthly_charges',
    '2025-11-30 ledger.monthly_charges',
  ]);
  const types = ['ledger.monthly_charges'];
  const charges = await call('GET /api/subscribers/{id}/timeline', { id, types });
  expect(charges.body.entries[0]?.facts).toMatchObject({
    amountMinor: -60_000,
    currency: 'RUB',
    account: `40-${id}`,
  });
});

test('a subscriber is found by account, contract, login and device', async () => {
  const id = await add();
  await addAccount(world, id, {
    lines: [{ kind: 'internet', login: 'zimin-o', ip: '10.1.2.3', mac: 'de:ad:be:ef:00:01' }],
  });
  await indexSubscriber(world.ctx, [id]);
  const entry = await world.ctx.db
    .selectFrom('searchEntries')
    .select(['words', 'subtitle'])
    .where('kind', '=', 'subscriber')
    .where('refId', '=', id)
    .executeTakeFirstOrThrow();
  expect(entry.subtitle).toBe(`40-${id}`);
  for (const word of [`40-${id}`, 'zimin-o', '10.1.2.3', 'deadbeef0001']) {
    expect(entry.words).toContain(`'${word}'`);
  }
});

test('an export tells of the money, and an open account holds an erasure up', async () => {
  const id = await add({ displayName: 'Уходящий Пётр' });
  const accountId = await addAccount(world, id, {
    lines: [{ kind: 'internet', login: 'petr' }],
  });
  const exported = await call('GET /api/subscribers/{id}/personal-data', { id, format: 'json' });
  expect(JSON.stringify(exported.body)).toContain('petr');
  const input = {
    id,
    confirm: 'уходящий пётр',
    reason: 'request',
    isBeforeRetention: true,
  } as const;
  const refused = await call('POST /api/subscribers/{id}/erase', input);
  expect(refused.body.code).toBe('billing.account_open');
  expect(refused.body.title).toContain(`40-${id}`);
  await world.ctx.db
    .updateTable('accounts')
    .set({ state: 'closed' })
    .where('id', '=', accountId)
    .execute();
  expect((await call('POST /api/subscribers/{id}/erase', input)).status).toBe(200);
  const after = await call('GET /api/subscribers/{id}', { id });
  expect(after.body.parts['accounts']).toMatchObject([{ number: `40-${id}`, lines: [] }]);
});
