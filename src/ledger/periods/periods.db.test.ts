import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { must } from '../../kernel/result.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { openDay, postBatch, postEntry, reverseTransaction, verifyLedger } from '../index.ts';
import { countClosing } from './count-closing.ts';

let world: World;
let chief: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  world.clock.moveTo(new Date('2026-03-10T06:00:00Z'));
  chief = await signedIn(world, { name: 'Главная Нина' });
});
afterAll(() => world.close());

const pay = (key: string, occurredOn: string, amountMinor: number, currency = 'RUB') =>
  inTransaction(world.ctx, (ctx) =>
    postEntry(ctx, {
      kind: 'payment',
      key,
      occurredOn,
      currency,
      lines: [
        { side: { accountId: currency === 'RUB' ? 1 : 2 }, amountMinor },
        { side: { own: 'bank' }, amountMinor: -amountMinor },
      ],
    }),
  );
const balance = async (from: string, to: string) =>
  (await world.via(api)('GET /api/ledger/trial-balance', { from, to }, chief.as)).body;
const close = (through: string, as = chief.as) =>
  world.via(api)('POST /api/ledger/closings', { through }, as);

test('what is closed stays as it is, and every figure agrees with a count anew', async () => {
  must(await pay('january', '2026-01-20', 1000));
  must(await pay('february', '2026-02-20', 500));
  must(await pay('euro', '2026-02-21', 70, 'EUR'));
  const before = await balance('2026-02-01', '2026-02-28');
  expect(before.rows).toEqual([
    row('subscriber', 'EUR', [0, 0, 70, 70]),
    row('bank', 'EUR', [0, 70, 0, -70]),
    row('subscriber', 'RUB', [1000, 0, 500, 1500]),
    row('bank', 'RUB', [-1000, 500, 0, -1500]),
  ]);
  expect((await close('2026-01-31')).status).toBe(201);
  expect((await close('2026-02-28')).status).toBe(201);
  // Counted from the closing of January now.
  expect((await balance('2026-02-01', '2026-02-28')).rows).toEqual(before.rows);
  must(await pay('march', '2026-03-01', 25));
  expect((await balance('2026-03-01', '2026-03-31')).rows).toContainEqual(
    row('subscriber', 'RUB', [1500, 0, 25, 1525]),
  );
  const { body } = await world.via(api)('GET /api/ledger/closings', {}, chief.as);
  expect(body.closings.map(({ closedThrough, postings }) => [closedThrough, postings])).toEqual([
    ['2026-02-28', 4],
    ['2026-01-31', 2],
  ]);
  expect(await wrong()).toEqual([]);
});

test('nothing is posted on a closed day, by whatever way', async () => {
  const closed = { ok: false, failure: { code: 'ledger.day_closed' } };
  expect(await pay('late', '2026-02-28', 5)).toMatchObject(closed);
  const batch = {
    kind: 'payments' as const,
    key: 'late register',
    occurredOn: '2026-01-05',
    currency: 'RUB',
    counterpart: 'bank' as const,
    lines: [{ accountId: 1, amountMinor: 5 }],
  };
  expect(await inTransaction(world.ctx, (ctx) => postBatch(ctx, batch))).toMatchObject(closed);
  const back = { transactionId: 1, occurredOn: '2026-02-28' };
  expect(await inTransaction(world.ctx, (ctx) => reverseTransaction(ctx, back))).toMatchObject(
    closed,
  );
  await expect(
    world.ctx.pool.query(
      `insert into ledger_transactions (kind, key, occurred_on, recorded_at)
       values ('payment', 'by hand', '2026-02-28', now())`,
    ),
  ).rejects.toThrow('closed through this day');
  // What was posted before is still told to whoever repeats it.
  expect(must(await pay('january', '2026-01-20', 1000)).isNew).toBe(false);
  expect(await openDay(world.ctx, '2026-02-14')).toBe('2026-03-01');
  expect(await openDay(world.ctx, '2026-03-05')).toBe('2026-03-05');
});

test('only days that are over are closed, once, and by whoever may', async () => {
  expect((await close('2026-03-10')).body).toMatchObject({ code: 'ledger.not_over' });
  expect((await close('2026-02-10')).body).toMatchObject({ code: 'ledger.already_closed' });
  const lead = await signedIn(world, { role: 'supervisor', name: 'Старшая Анна', team: 'Север' });
  expect((await close('2026-03-01', lead.as)).status).toBe(403);
  const twice = await Promise.all([close('2026-03-02'), close('2026-03-02')]);
  expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([201, 409]));
});

test('a count that was cut off is made up for before the next is counted, and once', async () => {
  must(await pay('later', '2026-03-04', 40));
  must(await pay('latest', '2026-03-06', 7));
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    `insert into ledger_closings (closed_through, closed_at)
     values ('2026-03-05', now()), ('2026-03-06', now()) returning id`,
  );
  const [, second] = rows.map(({ id }) => id);
  await inTransaction(world.ctx, (ctx) => countClosing(ctx, second ?? 0));
  expect(await wrong()).toEqual([]);
  await world.tick('ledger.count_closings');
  await world.tick('ledger.count_closings');
  expect(await wrong()).toEqual([]);
  const { body } = await world.via(api)('GET /api/ledger/closings', {}, chief.as);
  expect(body.closings.slice(0, 2).map(({ postings }) => postings)).toEqual([2, 2]);
});

test('the check sees what somebody has spoilt past the program', async () => {
  const { pool } = world.ctx;
  await pool.query('update ledger_balances set balance_minor = balance_minor + 1');
  expect(await wrong()).toEqual(['a kept balance is the sum of its postings']);
  await pool.query('update ledger_balances set balance_minor = balance_minor - 1');
  await pool.query('alter table ledger_postings disable trigger user');
  await pool.query('update ledger_postings set amount_minor = amount_minor + 1 where id = 1');
  expect(await wrong()).toEqual([
    'postings of a transaction sum to zero in each currency',
    'a kept balance is the sum of its postings',
    'a closed period is as it was counted',
    'a closed balance is the sum of all that was posted through its day',
    'all money of a currency is zero together',
  ]);
  await pool.query('update ledger_postings set amount_minor = amount_minor - 1 where id = 1');
  await pool.query('alter table ledger_postings enable trigger user');
  expect(await wrong()).toEqual([]);
});

const wrong = async (): Promise<string[]> =>
  (await verifyLedger(world.ctx)).filter(({ found }) => found > 0).map(({ rule }) => rule);

/** @param figures what stood, was taken, was given and stands */
function row(kind: string, currency: string, figures: [number, number, number, number]): object {
  const [openingMinor, debitMinor, creditMinor, closingMinor] = figures;
  const postings = debitMinor + creditMinor > 0 ? 1 : 0;
  return { kind, currency, openingMinor, debitMinor, creditMinor, closingMinor, postings };
}
