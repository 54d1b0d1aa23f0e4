import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '../kernel/result.ts';
import { must } from '../kernel/result.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { createWorld, type World } from '../testing/world.ts';
import { type Entry, postEntry, type Posted } from './post-entry.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const payment = (key: string, amountMinor: number, fields: Partial<Entry> = {}): Entry => ({
  kind: 'payment',
  key,
  occurredOn: '2026-03-01',
  currency: 'RUB',
  lines: [
    { side: { accountId: 1 }, amountMinor },
    { side: { own: 'gateway' }, amountMinor: -amountMinor },
  ],
  ...fields,
});

const post = (entry: Entry): Promise<Result<Posted>> =>
  inTransaction(world.ctx, (ctx) => postEntry(ctx, entry));

async function kept(kind: string): Promise<number | null> {
  const { rows } = await world.ctx.pool.query<{ minor: number }>(
    `select b.balance_minor as minor
     from   ledger_balances b join ledger_accounts a on a.id = b.ledger_account_id
     where  a.kind = $1`,
    [kind],
  );
  return rows[0]?.minor ?? null;
}

test('a movement posts once under its key, also by ten at once and on another day', async () => {
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      post(payment('once', 700, at % 2 ? { occurredOn: '2026-03-02' } : {})),
    ),
  );
  const posted = all.map((one) => must(one));
  expect(new Set(posted.map(({ transactionId }) => transactionId)).size).toBe(1);
  expect(posted.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(await kept('subscriber')).toBe(700);
});

test('no balance is kept of the operator’s own side, so payments do not wait for each other', async () => {
  expect(await kept('gateway')).toBeNull();
});

test('a dealer gives and a subscriber gets', async () => {
  must(
    await post(
      payment('card', 500, {
        lines: [
          { side: { dealerId: 1 }, amountMinor: -500 },
          { side: { accountId: 2 }, amountMinor: 480 },
          { side: { own: 'commission' }, amountMinor: 20 },
        ],
      }),
    ),
  );
  expect(await kept('dealer')).toBe(-500);
});

test.each<[string, Partial<Entry>, string]>([
  ['another sum', payment('once', 701), 'ledger.key_reused'],
  ['another kind', { kind: 'correction' }, 'ledger.key_reused'],
  ['half a kopeck', payment('odd', 0.5), 'ledger.not_whole'],
  ['nothing', payment('nothing', 0), 'ledger.not_whole'],
  ['no line', { key: 'empty', lines: [] }, 'ledger.unbalanced'],
  [
    'more given than taken',
    { key: 'lame', lines: [{ side: { accountId: 1 }, amountMinor: 5 }] },
    'ledger.unbalanced',
  ],
])('is refused with %s', async (_, fields, code) => {
  expect(await post(payment('once', 700, fields))).toMatchObject({ ok: false, failure: { code } });
  expect(await kept('subscriber')).toBe(700);
});

test('an account keeps one currency', async () => {
  await expect(post(payment('tenge', 5, { currency: 'KZT' }))).rejects.toThrow('another currency');
});
