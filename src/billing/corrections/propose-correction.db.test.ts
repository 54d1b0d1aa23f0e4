import { afterAll, beforeAll, expect, test } from 'vitest';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { must } from '../../kernel/result.ts';
import { reverseTransaction } from '../../ledger/index.ts';
import { openTill, type Till } from '../testing/till.ts';

let till: Till;
beforeAll(async () => {
  till = await openTill();
});
afterAll(() => till.world.close());

const suggested = 'GET /api/accounts/{id}/suggested-correction';

async function lineOf(accountId: number, kind: string): Promise<number> {
  const { lines } = await till.statement(accountId);
  return lines.find((one) => one.kind === kind)?.id ?? 0;
}

/** Takes a line's transaction back, as undoing an import does. */
const undo = (lineId: number) =>
  inBulkTransaction(till.world.ctx, async (ctx) => {
    const { transactionId } = await ctx.db
      .selectFrom('ledgerPostings')
      .select('transactionId')
      .where('id', '=', lineId)
      .executeTakeFirstOrThrow();
    must(await reverseTransaction(ctx, { transactionId, occurredOn: '2026-02-11' }));
  });

test('a refund gives back of one charge, and all of them together no more than it took', async () => {
  const { accountId } = await till.open();
  const lineId = await lineOf(accountId, 'monthly_charges');
  const about = { kind: 'refund' as const, lineId };
  const ask = async () => (await till.call(suggested, { id: accountId, lineId })).body.amountMinor;
  expect(await ask()).toBe(60_000);
  const first = await till.propose(accountId, { ...about, amountMinor: 40_000 });
  expect(await ask()).toBe(20_000);
  const more = await till.propose(accountId, { ...about, amountMinor: 20_001 });
  expect(more.body).toMatchObject({
    code: 'billing.above_charge',
    fields: { amount: expect.any(String) as string },
  });
  const atOnce = await Promise.all(
    [1, 2, 3].map(() => till.propose(accountId, { ...about, amountMinor: 20_000 })),
  );
  expect(atOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422, 422]);
  // What was refused gives nothing back, so that much may be asked for again.
  const { id } = first.body;
  await till.call('POST /api/corrections/{id}/refuse', { id, words: 'Нет' }, till.lead.as);
  expect(await ask()).toBe(40_000);
  const { lines } = await till.statement(accountId);
  expect(lines.find((one) => one.id === lineId)?.corrections).toHaveLength(2);
});

test('what any correction gave back of a charge is not given back again', async () => {
  const { accountId } = await till.open();
  const lineId = await lineOf(accountId, 'monthly_charges');
  const of = (kind: string, amountMinor: number) =>
    till.propose(accountId, { kind, amountMinor, lineId });
  const { id } = (await of('recalculation', 50_000)).body;
  await till.call('POST /api/corrections/{id}/approve', { id }, till.lead.as);
  expect((await of('refund', 10_001)).body.code).toBe('billing.above_charge');
  expect((await of('recalculation', 10_001)).body.code).toBe('billing.above_charge');
  expect((await of('refund', 10_000)).status).toBe(201);
  expect((await till.call(suggested, { id: accountId, lineId })).body).toMatchObject({
    amountMinor: 0,
    givenBackMinor: 60_000,
  });
});

test('a charge that was undone is none, and nor is what undid it', async () => {
  const { accountId } = await till.open();
  const lineId = await lineOf(accountId, 'monthly_charges');
  await undo(lineId);
  const reversalId = await lineOf(accountId, 'reversal');
  expect(reversalId).toBeGreaterThan(0);
  for (const id of [lineId, reversalId]) {
    const refund = { kind: 'refund', amountMinor: 1, lineId: id };
    expect((await till.propose(accountId, refund)).body.code).toBe('billing.not_a_charge');
    const asked = { id: accountId, lineId: id };
    expect((await till.call(suggested, asked)).body.amountMinor).toBe(0);
  }
});

test('of a period what is given back for the same days is left out', async () => {
  const { accountId } = await till.open();
  const ask = async (fromOn: string, toOn: string) =>
    (await till.call(suggested, { id: accountId, fromOn, toOn })).body;
  const week = { fromOn: '2026-02-02', toOn: '2026-02-08', amountMinor: 14_000 };
  await till.propose(accountId, { ...week, kind: 'recalculation' });
  expect(await ask('2026-02-02', '2026-02-08')).toMatchObject({
    amountMinor: 1000,
    givenBackMinor: 14_000,
  });
  // Two of its seven days.
  expect(await ask('2026-02-07', '2026-02-15')).toMatchObject({ givenBackMinor: 4000 });
  expect(await ask('2026-02-09', '2026-02-15')).toMatchObject({ givenBackMinor: 0 });
});

test('a period comes to its days times the price, told row by row', async () => {
  const { accountId } = await till.open();
  const period = { fromOn: '2026-02-02', toOn: '2026-02-08' };
  const { body } = await till.call(suggested, { id: accountId, ...period });
  expect(body).toMatchObject({
    currency: 'RUB',
    amountMinor: 15_000,
    parts: [
      {
        name: 'Домашний 100',
        monthlyFeeMinor: 60_000,
        days: 7,
        daysOfMonth: 28,
        amountMinor: 15_000,
      },
    ],
  });
  const made = await till.propose(accountId, { ...period, kind: 'recalculation' });
  expect(made.status).toBe(201);
  expect((await till.statement(accountId)).pending).toMatchObject([period]);
});

test.each<[string, object, string]>([
  ['nothing to take from', { kind: 'compensation', amountMinor: -1 }, 'billing.wrong_direction'],
  ['no charge', { kind: 'refund', amountMinor: 1 }, 'billing.not_a_charge'],
  ['a line of nobody', { lineId: 999_999 }, 'billing.no_such_line'],
  ['half a period', { fromOn: '2026-02-01' }, 'billing.wrong_period'],
  [
    'a period that ends before it begins',
    { fromOn: '2026-02-02', toOn: '2026-02-01' },
    'billing.wrong_period',
  ],
  ['a period of years', { fromOn: '2020-01-01', toOn: '2026-01-01' }, 'billing.wrong_period'],
  ['a reason that is not there', { reasonId: 999_999 }, 'billing.no_such_reason'],
  ['work that is not there', { origin: { kind: 'dream', id: 1 } }, 'billing.no_such_origin'],
])('a correction of %s is refused', async (_, fields, code) => {
  const { accountId } = await till.open();
  expect((await till.propose(accountId, fields)).body.code).toBe(code);
});

test('a payment is no charge, and nor is a correction', async () => {
  const { accountId } = await till.open();
  const { id } = (await till.propose(accountId, { kind: 'recalculation', amountMinor: -700 })).body;
  await till.call('POST /api/corrections/{id}/approve', { id }, till.lead.as);
  for (const kind of ['payments', 'correction']) {
    const lineId = await lineOf(accountId, kind);
    const refund = { kind: 'refund', amountMinor: 1, lineId };
    expect((await till.propose(accountId, refund)).body.code).toBe('billing.not_a_charge');
  }
});

test('reasons are the operator’s: named once, and out of use no longer given', async () => {
  const { call, agent, open, propose } = till;
  const add = 'POST /api/correction-reasons';
  expect((await call(add, { name: 'Ремонт' }, agent.as)).status).toBe(403);
  const { id } = (await call(add, { name: 'Ремонт' })).body;
  expect((await call(add, { name: 'Ремонт' })).body.code).toBe('billing.reason_taken');
  const gone = { id, name: 'Плановый ремонт', isArchived: true };
  expect((await call('PUT /api/correction-reasons/{id}', gone)).status).toBe(200);
  const { accountId } = await open();
  const refused = await propose(accountId, { reasonId: id });
  expect(refused.body.code).toBe('billing.no_such_reason');
  const { body } = await call('GET /api/correction-reasons');
  expect(body.reasons.at(-1)).toEqual(gone);
});

test('an erasure waits for what is undecided, then takes the words and leaves the money', async () => {
  const { call, world, chief, lead, open, propose } = till;
  const { accountId, subscriberId } = await open();
  await propose(accountId, { words: 'Болел ребёнок' });
  const { pending } = await till.statement(accountId);
  await world.ctx.pool.query(`update accounts set state = 'closed' where id = $1`, [accountId]);
  const { api } = await import('../../subscribers/api.ts');
  const subscribers = world.via(api);
  const { body: card } = await subscribers(
    'GET /api/subscribers/{id}',
    { id: subscriberId },
    chief.as,
  );
  const asked = {
    id: subscriberId,
    confirm: card.displayName,
    reason: 'request' as const,
    isBeforeRetention: true,
  };
  const erase = () => subscribers('POST /api/subscribers/{id}/erase', asked, chief.as);
  expect((await erase()).body.code).toBe('billing.correction_open');
  const told = await subscribers(
    'GET /api/subscribers/{id}/personal-data',
    { id: subscriberId, format: 'json' },
    chief.as,
  );
  expect(JSON.stringify(told.body)).toContain('Болел ребёнок');
  const id = pending[0]?.id ?? 0;
  await call('POST /api/corrections/{id}/refuse', { id, words: 'Не тот день' }, lead.as);
  expect((await erase()).status).toBe(200);
  const { rows } = await world.ctx.pool.query(
    `select c.words, c.refusal, c.amount_minor, (select count(*) from personal_history h
       join events e on e.id = h.event_id where e.subject_kind = 'correction'
       and e.subject_id = c.id) as history from corrections c where id = $1`,
    [id],
  );
  expect(rows).toEqual([{ words: '', refusal: '', amount_minor: 5000, history: 0 }]);
  expect((await propose(accountId)).body.code).toBe('subscribers.erased');
});
