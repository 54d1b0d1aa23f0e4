import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { must, type Result } from '../kernel/result.ts';
import { createWorld, type World } from '../testing/world.ts';
import { type Batch, postBatches } from './post-batch.ts';
import { reverseTransaction } from './reverse-transaction.ts';

const TOO_MUCH = 2 ** 53;

let world: World;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const payment = (key: string, amountMinor: number, fields: Partial<Batch> = {}): Batch => ({
  kind: 'payments',
  key,
  occurredOn: '2026-03-01',
  currency: 'RUB',
  counterpart: 'bank',
  lines: [{ accountId: 1, amountMinor }],
  ...fields,
});

const postAll = (...batches: Batch[]): Promise<Result<number[]>> =>
  inBulkTransaction(world.ctx, (ctx) => postBatches(ctx, batches));

async function balance(accountId = 1): Promise<number> {
  const { rows } = await world.ctx.pool.query<{ cached: number; real: number }>(
    `select coalesce(max(b.balance_minor), 0) as cached,
            coalesce(sum(p.amount_minor), 0)::bigint as real
     from   ledger_accounts a
     join   ledger_balances b on b.ledger_account_id = a.id
     join   ledger_postings p on p.ledger_account_id = a.id
     where  a.account_id = $1`,
    [accountId],
  );
  expect(rows[0]?.cached).toBe(rows[0]?.real);
  return rows[0]?.real ?? 0;
}

const query = (text: string): Promise<unknown> => world.ctx.pool.query(text);

describe('a batch', () => {
  it('posts once under its key, however often it is given', async () => {
    const [first] = must(await postAll(payment('once', 100)));
    expect(must(await postAll(payment('once', 100)))).toEqual([first]);
    expect(await balance()).toBe(100);
  });

  it('of two at once with one key posts one', async () => {
    const before = await balance();
    await Promise.all([1, 2, 3].map(() => postAll(payment('at once', 7))));
    expect(await balance()).toBe(before + 7);
  });

  it.each<[string, Partial<Batch>]>([
    ['another sum', { lines: [{ accountId: 1, amountMinor: 101 }] }],
    ['another account', { lines: [{ accountId: 2, amountMinor: 100 }] }],
    ['another currency', { currency: 'KZT' }],
    ['another day', { occurredOn: '2026-03-02' }],
  ])('is refused under a key that was posted with %s', async (_, fields) => {
    const before = await balance();
    expect(await postAll(payment('fresh', 5), payment('once', 100, fields))).toMatchObject({
      ok: false,
      failure: { code: 'ledger.key_reused' },
    });
    expect(await balance()).toBe(before);
    const { rows } = await world.ctx.pool.query(
      "select from ledger_transactions where key = 'fresh'",
    );
    expect(rows).toEqual([]);
  });

  it('is refused beside another with its key, and posts nothing', async () => {
    const before = await balance();
    expect(await postAll(payment('twin', 10), payment('twin', 10))).toMatchObject({
      ok: false,
      failure: { code: 'ledger.key_repeated' },
    });
    expect(await balance()).toBe(before);
  });

  it('is refused when an amount is no whole number', async () => {
    for (const amountMinor of [0.5, Number.NaN, TOO_MUCH]) {
      expect(await postAll(payment(`odd ${amountMinor}`, amountMinor))).toMatchObject({
        ok: false,
        failure: { code: 'ledger.not_whole' },
      });
    }
  });

  it('that would lift a balance beyond what can be read posts nothing', async () => {
    const greatest = payment('greatest', TOO_MUCH - 1, {
      counterpart: 'corrections',
      lines: [{ accountId: 3, amountMinor: TOO_MUCH - 1 }],
    });
    must(await postAll(greatest));
    const more = payment('more', 1, { lines: [{ accountId: 3, amountMinor: 1 }] });
    await expect(postAll(more)).rejects.toThrow('ledger_balances');
    expect(await balance(3)).toBe(TOO_MUCH - 1);
  });
});

it('takes a transaction back once', async () => {
  const [id = 0] = must(
    await postAll(payment('mistake', 900, { lines: [{ accountId: 4, amountMinor: 900 }] })),
  );
  const back = { transactionId: id, occurredOn: '2026-03-02' };
  const reversals = await Promise.all(
    [1, 2].map(() => inBulkTransaction(world.ctx, (ctx) => reverseTransaction(ctx, back))),
  );
  expect(new Set(reversals.map((one) => must(one))).size).toBe(1);
  expect(await balance(4)).toBe(0);
});

describe('the database itself', () => {
  it.each([
    'update ledger_postings set amount_minor = amount_minor + 1',
    'delete from ledger_postings',
    'truncate ledger_postings cascade',
    'truncate ledger_transactions cascade',
    "update ledger_accounts set currency = 'USD'",
    'delete from ledger_transactions',
    'truncate events',
    'truncate consents',
  ])('refuses: %s', async (text) => {
    await expect(query(text)).rejects.toThrow('append-only');
  });

  it('refuses postings that do not sum to zero', async () => {
    await expect(
      query(`with t as (insert into ledger_transactions (kind, key, occurred_on, recorded_at)
               values ('cash', 'lame', '2026-03-01', now()) returning id)
             insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
             select t.id, a.id, 5 from t, (select id from ledger_accounts limit 1) a`),
    ).rejects.toThrow('sum to zero');
  });

  it('refuses postings, balanced ones too, for a transaction written before', async () => {
    await expect(
      query(`insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
             select t.transaction_id, t.ledger_account_id, sign * 5
             from   (select transaction_id, ledger_account_id from ledger_postings limit 1) t,
                    (values (1), (-1)) s (sign)`),
    ).rejects.toThrow('after it was written');
  });

  it('refuses a currency that is none', async () => {
    await expect(postAll(payment('odd currency', 5, { currency: 'XX$' }))).rejects.toThrow(
      'ledger_accounts',
    );
  });
});
