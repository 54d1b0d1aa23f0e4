import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../../testing/accounts.ts';
import { type Asked, askTerminal, letTerminalsIn } from '../../../testing/payments/terminal.ts';
import { openTill, type Till } from '../../testing/till.ts';

let till: Till;
let accountId: number;
let number: string;
beforeAll(async () => {
  till = await openTill();
  await letTerminalsIn(till.world, till.chief);
  const subscriberId = await till.addHolder();
  accountId = await addAccount(till.world, subscriberId);
  number = `40-${subscriberId}`;
});
afterAll(() => till.world.close());

let made = 0;
const asked = (fields: Asked = {}): Asked => {
  made += 1;
  const usual = { command: 'pay', txn_id: String(1000 + made), account: number, sum: '10.45' };
  return { ...usual, txn_date: '20260302120133', ...fields };
};
const ask = (fields: Asked = {}, from = {}) => askTerminal(till.world, asked(fields), from);
const paid = async (): Promise<number> => (await till.sums(accountId))?.sum ?? 0;
const count = async (table: string): Promise<number> => {
  const { rows } = await till.world.ctx.pool.query<{ count: number }>(
    `select count(*) from ${table}`,
  );
  return rows[0]?.count ?? 0;
};

test('a check writes nothing and says that the payment will be taken', async () => {
  const before = await Promise.all(['payments', 'ledger_transactions', 'events'].map(count));
  expect(await ask({ command: 'check', txn_id: '1234567' })).toMatchObject({
    status: 200,
    result: 0,
    prvTxn: null,
    text:
      '<?xml version="1.0" encoding="UTF-8"?>\n<response>\n<osmp_txn_id>1234567</osmp_txn_id>\n' +
      '<result>0</result>\n</response>\n',
  });
  expect(await Promise.all(['payments', 'ledger_transactions', 'events'].map(count))).toEqual(
    before,
  );
});

test('a payment comes without a check, on the day and at the minute that its terminal shows', async () => {
  const before = await paid();
  const answer = await ask({ txn_id: '77', sum: '250.5' });
  expect(answer).toMatchObject({ result: 0 });
  expect(answer.text).toContain('<sum>250.50</sum>');
  expect(await paid()).toBe(before + 25_050);
  const { call, chief } = till;
  const { body } = await call('GET /api/payments', { q: '77' }, chief.as);
  expect(body.payments).toMatchObject([
    { id: answer.prvTxn, account: number, amountMinor: 25_050, state: 'credited' },
  ]);
  const wall = { timeZone: till.world.ctx.operator.timeZone };
  const at = new Date(body.payments[0]?.paidAt ?? '');
  expect(at.toLocaleString('sv-SE', wall)).toBe('2026-03-02 12:01:33');
  const { lines } = await till.statement(accountId);
  expect(lines[0]).toMatchObject({ kind: 'payment', amountMinor: 25_050 });
});

test('what comes again is credited once and answered as before, ten at once and later', async () => {
  const before = await paid();
  const same = asked({ txn_id: '5000' });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => askTerminal(till.world, same)),
  );
  till.world.clock.advance({ seconds: 86_400 });
  answers.push(await askTerminal(till.world, same));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]).toMatchObject({ result: 0 });
  expect(await paid()).toBe(before + 1045);
});

test('the same number with another sum or account is refused, and a person is told once', async () => {
  const before = await paid();
  expect(await ask({ txn_id: '6000' })).toMatchObject({ result: 0 });
  for (let time = 0; time < 3; time++) {
    expect(await ask({ txn_id: '6000', sum: '10.46' })).toMatchObject({ result: 300 });
  }
  expect(await ask({ txn_id: '6000', account: 'nobody' })).toMatchObject({ result: 300 });
  expect(await paid()).toBe(before + 1045);
  const { call, chief, agent } = till;
  const { body } = await call('GET /api/payment-conflicts', {}, chief.as);
  expect(body.conflicts).toMatchObject([
    { amountMinor: 1046, times: 3, payment: { externalId: '6000', amountMinor: 1045 } },
    { accountGiven: 'nobody', times: 1 },
  ]);
  const id = body.conflicts[0]?.id ?? 0;
  expect((await call('POST /api/payment-conflicts/{id}/settle', { id }, agent.as)).status).toBe(
    403,
  );
  expect((await call('POST /api/payment-conflicts/{id}/settle', { id }, chief.as)).status).toBe(
    200,
  );
  const again = await call('POST /api/payment-conflicts/{id}/settle', { id }, chief.as);
  expect(again.body).toMatchObject({ code: 'billing.no_such_conflict' });
});

test('two different payments of one number at once: one is credited, the other refused', async () => {
  const before = await paid();
  const answers = await Promise.all(
    ['1.00', '2.00', '3.00'].map((sum) => ask({ txn_id: '7000', sum })),
  );
  expect(answers.map(({ result }) => result).filter((result) => result === 0)).toHaveLength(1);
  expect(answers.filter(({ result }) => result === 300)).toHaveLength(2);
  const { call, chief } = till;
  const { body } = await call('GET /api/payments', { q: '7000' }, chief.as);
  expect(await paid()).toBe(before + (body.payments[0]?.amountMinor ?? 0));
});

test('in a rush each is credited once, and one whose account is held keeps nobody waiting', async () => {
  const before = await paid();
  const other = await till.addHolder();
  const otherId = await addAccount(till.world, other);
  const holder = await till.world.ctx.pool.connect();
  await holder.query('begin');
  await holder.query('select from accounts where id = $1 for update', [otherId]);
  const rush = (): ReturnType<typeof ask>[] =>
    Array.from({ length: 20 }, (_, nth) => ask({ txn_id: String(7501 + nth) }));
  const first = rush();
  const waits = ask({ txn_id: '7500', account: `40-${other}` });
  const answers = await Promise.all([...first, ...rush()]);
  expect(answers.every(({ result }) => result === 0)).toBe(true);
  expect(new Set(answers.map(({ prvTxn }) => prvTxn)).size).toBe(20);
  expect(await paid()).toBe(before + 20 * 1045);
  expect((await till.sums(otherId))?.sum ?? 0).toBe(0);
  await holder.query('commit');
  holder.release();
  expect(await waits).toMatchObject({ result: 0 });
  expect((await till.sums(otherId))?.sum).toBe(1045);
});

test.each<[string, Asked, number]>([
  ['an account that there is not', { account: '40-999999' }, 5],
  ['what is no account at all', { account: '40<b>' }, 4],
  ['no account', { account: '' }, 4],
  ['less than is taken', { sum: '0.99' }, 241],
  ['more than is taken', { sum: '15000.01' }, 242],
  ['a sum that is none', { sum: 'ten' }, 300],
  ['a sum of a thousandth', { sum: '10.001' }, 300],
  ['a number that is none', { txn_id: '12a' }, 300],
  ['a day that there is not', { txn_date: '20260230120000' }, 300],
  ['a command that there is not', { command: 'cancel' }, 300],
])('%s is answered by its code and credits nothing', async (_, fields, result) => {
  const before = await count('payments');
  expect(await ask(fields)).toMatchObject({ status: 200, result });
  expect(await ask({ command: 'check', ...fields })).toMatchObject({ result });
  expect(await count('payments')).toBe(before);
});

test('a closed account takes nothing, but its repeats are answered', async () => {
  const repeat = { txn_id: '8000' };
  const first = await ask(repeat);
  await till.world.ctx.pool.query("update accounts set state = 'closed' where id = $1", [
    accountId,
  ]);
  expect(await ask()).toMatchObject({ result: 79 });
  expect(await ask(repeat)).toMatchObject({ result: 0, prvTxn: first.prvTxn });
  await till.world.ctx.pool.query("update accounts set state = 'active' where id = $1", [
    accountId,
  ]);
});

test('nobody comes in without the password, or from elsewhere', async () => {
  expect(await ask({}, { password: 'wrong' })).toMatchObject({ status: 401, prvTxn: null });
  expect(await ask({}, { login: '' })).toMatchObject({ status: 401 });
  const { call, chief } = till;
  const { sources } = (await call('GET /api/payment-sources', {}, chief.as)).body;
  const [source] = sources;
  const { today, lastAt, currency, kind, ...fields } = source!;
  expect([kind, currency, lastAt !== null, today.payments > 0]).toEqual([
    'osmp',
    'RUB',
    true,
    true,
  ]);
  const credited = { txn_id: '9100' };
  expect(await ask(credited)).toMatchObject({ result: 0 });
  const change = { ...fields, addresses: ['192.0.2.0/24'] };
  expect((await call('PUT /api/payment-sources/{id}', change, chief.as)).status).toBe(200);
  expect(await ask({}, { address: '198.51.100.7' })).toMatchObject({ status: 401 });
  expect(await ask({}, { address: '192.0.2.7' })).toMatchObject({ result: 0 });
  expect(await ask({}, { address: '::ffff:192.0.2.7' })).toMatchObject({ result: 0 });
  expect((await call('PUT /api/payment-sources/{id}', change, chief.as)).body).toMatchObject({
    code: 'billing.source_changed_meanwhile',
  });
  const paused = { ...change, addresses: [], isEnabled: false, version: fields.version + 1 };
  expect((await call('PUT /api/payment-sources/{id}', paused, chief.as)).status).toBe(200);
  expect(await ask()).toMatchObject({ result: 8 });
  // What was credited before stays so, or the network would give it back there.
  expect(await ask(credited)).toMatchObject({ result: 0 });
});

test('while the base does not answer, the network is told to come again', async () => {
  const { pool } = till.world.ctx;
  const { call, chief } = till;
  const { sources } = (await call('GET /api/payment-sources', {}, chief.as)).body;
  const { today: _, lastAt: __, currency: ___, kind: ____, ...fields } = sources[0]!;
  await call('PUT /api/payment-sources/{id}', { ...fields, isEnabled: true }, chief.as);
  const before = await paid();
  await pool.query('alter table ledger_postings rename to ledger_postings_away');
  expect(await ask({ txn_id: '9000' })).toMatchObject({ status: 200, result: 1, prvTxn: null });
  await pool.query('alter table ledger_postings_away rename to ledger_postings');
  await pool.query('alter table accounts rename to accounts_away');
  expect(await ask({ command: 'check' })).toMatchObject({ status: 200, result: 243 });
  await pool.query('alter table accounts_away rename to accounts');
  expect(await paid()).toBe(before);
  expect(await ask({ txn_id: '9000' })).toMatchObject({ result: 0 });
  expect(await paid()).toBe(before + 1045);
});

test('a source is let in by a name of its own and never unguarded', async () => {
  const { call, chief } = till;
  const fields = { kind: 'osmp' as const, addresses: [], leastMinor: 100, isEnabled: true };
  const codes = [];
  for (const more of [
    { name: 'Вторые', login: null, mostMinor: null },
    { name: 'Вторые', login: 'second', mostMinor: null },
    { name: 'Терминалы', login: null, addresses: ['192.0.2.1'], mostMinor: null },
    { name: 'Вторые', login: 'terminals', password: 'long-enough-42', mostMinor: null },
    { name: 'Вторые', login: 'second', password: 'long-enough-42', mostMinor: 50 },
  ]) {
    const { body } = await call('POST /api/payment-sources', { ...fields, ...more }, chief.as);
    codes.push((body as { code?: string }).code);
  }
  expect(codes).toEqual([
    'billing.source_unguarded',
    'billing.source_unguarded',
    'billing.source_taken',
    'billing.source_taken',
    'billing.most_below_least',
  ]);
});

test('whoever works with payments knows the sources by name, and nobody else', async () => {
  const { call, chief, agent, lead } = till;
  const named = await call('GET /api/payments/sources', {}, lead.as);
  const known = (await call('GET /api/payment-sources', {}, chief.as)).body.sources;
  expect(named.body.sources).toEqual(
    known.map(({ id, kind, name, currency, isEnabled }) => ({
      id,
      kind,
      name,
      currency,
      isEnabled,
    })),
  );
  expect((await call('GET /api/payments/sources', {}, agent.as)).status).toBe(403);
});
