import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../../testing/accounts.ts';
import { exchangeOf, openBank } from '../../../testing/payments/bank.ts';
import { signedIn } from '../../../testing/staff.ts';
import { openTill, type Till } from '../../testing/till.ts';

let till: Till;
let bank: Awaited<ReturnType<typeof openBank>>;
let holder: { accountId: number; number: string };
beforeAll(async () => {
  till = await openTill();
  bank = await openBank(till.world, till.chief.as);
  const id = await till.addHolder({
    lastName: 'Синицына',
    firstName: 'Варвара',
    contacts: [{ kind: 'phone', value: '+79131234567' }],
  });
  const number = '70012345';
  holder = { accountId: await addAccount(till.world, id, { number }), number };
});
afterAll(() => till.world.close());

let made = 0;
/** A payment that waits, by what its payer wrote. */
async function hold(fields: { purpose?: string; payer?: string; sum?: string }): Promise<number> {
  made += 1;
  const document = { payer: 'Кто-то', sum: '100.00', number: `h${made}`, ...fields };
  await bank.load(exchangeOf([document]));
  const { rows } = await till.world.ctx.pool.query<{ id: number; state: string }>(
    'select id, state from payments order by id desc limit 1',
  );
  expect(rows[0]?.state).toBe('unidentified');
  return rows[0]?.id ?? 0;
}
const suggested = async (id: number, more: object = {}) =>
  (await till.call('GET /api/payments/{id}/suggestions', { id, ...more }, till.chief.as)).body
    .suggestions;
const paid = async (): Promise<number> => (await till.sums(holder.accountId))?.sum ?? 0;
const unidentified = async (): Promise<number> => {
  const { rows } = await till.world.ctx.pool.query<{ sum: number }>(
    `select coalesce(sum(p.amount_minor), 0)::bigint as sum
     from   ledger_accounts a join ledger_postings p on p.ledger_account_id = a.id
     where  a.kind = 'unidentified'`,
  );
  return rows[0]?.sum ?? 0;
};
const place = (id: number, as = till.chief.as) =>
  till.call('POST /api/payments/{id}/place', { id, accountId: holder.accountId }, as);
const giveBack = (id: number, amountMinor: number, as = till.chief.as) =>
  till.call('POST /api/payments/{id}/returns', { id, amountMinor, reason: 'Ошибся' }, as);

test.each([
  ['near', { purpose: 'за интернет 70012354' }],
  ['near', { purpose: 'л/с 7012345' }],
  ['phone', { purpose: 'интернет, тел 8 (913) 123-45-67' }],
  ['name', { payer: 'СИНИЦЫНА ВАРВАРА//Томск' }],
])('an account is suggested by %s, and says why', async (why, fields) => {
  const [first] = await suggested(await hold(fields));
  expect(first).toMatchObject({ accountId: holder.accountId, account: holder.number });
  expect(first?.reasons.map((one) => one.why)).toContain(why);
});

test('nothing is suggested where nothing speaks for it, and a person may look by what they know', async () => {
  const id = await hold({ purpose: 'За услуги' });
  expect(await suggested(id)).toEqual([]);
  expect(await suggested(id, { q: 'Синицына' })).toMatchObject([{ account: holder.number }]);
  expect(await suggested(id, { q: holder.number })).toMatchObject([{ account: holder.number }]);
});

test('two people place a payment at once: it is credited once, and the other is told', async () => {
  const [before, held] = [await paid(), await unidentified()];
  const id = await hold({ sum: '250.00' });
  expect(await unidentified()).toBe(held + 25_000);
  const both = await Promise.all([place(id), place(id, till.lead.as)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect([await paid(), await unidentified()]).toEqual([before + 25_000, held]);
  const { lines } = await till.statement(holder.accountId);
  expect(lines[0]).toMatchObject({ kind: 'payment', amountMinor: 25_000 });
  expect((await place(id)).body).toMatchObject({ code: 'billing.already_placed' });
});

test('a payment goes back in parts, never more than came, from the account it is on', async () => {
  const before = await paid();
  const id = await hold({ sum: '90.00' });
  await place(id);
  expect((await giveBack(id, 5000)).status).toBe(201);
  expect((await giveBack(id, 4001)).body).toMatchObject({ code: 'billing.above_payment' });
  const both = await Promise.all([giveBack(id, 4000), giveBack(id, 4000)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect(await paid()).toBe(before);
  const { body } = await till.call('GET /api/payments', { state: 'returned' }, till.chief.as);
  expect(body.payments[0]).toMatchObject({ id, returnedMinor: 9000, amountMinor: 9000 });
});

test('what goes back unidentified touches no account, and the rest of it may still be placed', async () => {
  const [before, held] = [await paid(), await unidentified()];
  const id = await hold({ sum: '30.00' });
  expect((await giveBack(id, 1000)).status).toBe(201);
  expect([await paid(), await unidentified()]).toEqual([before, held + 2000]);
  expect((await place(id)).status).toBe(200);
  expect([await paid(), await unidentified()]).toEqual([before + 2000, held]);
});

test('a closed account takes nothing, and who may not does nothing', async () => {
  const id = await hold({});
  const { pool } = till.world.ctx;
  await pool.query("update accounts set state = 'closed' where id = $1", [holder.accountId]);
  expect((await place(id)).body).toMatchObject({ code: 'billing.account_closed' });
  await pool.query("update accounts set state = 'active' where id = $1", [holder.accountId]);
  expect([
    (await place(id, till.agent.as)).status,
    (await giveBack(id, 1, till.agent.as)).status,
  ]).toEqual([403, 403]);
  const narrow = await signedIn(till.world, { role: 'supervisor', name: 'Узкая Нина' });
  await pool.query("update roles set permissions = permissions || $1 where code = 'supervisor'", [
    { 'billing.payments': 'team' },
  ]);
  expect((await place(id, narrow.as)).status).toBe(404);
  const asked = await till.call('GET /api/payments/{id}/suggestions', { id }, narrow.as);
  expect(asked.status).toBe(404);
});

test('payments on no account are taken away as a file, by whoever sees all', async () => {
  await hold({ payer: 'ООО «Ничьё»', purpose: '=Аренда', sum: '77.70' });
  const columns = ['amount', 'payer', 'purpose', 'paymentState', 'account'];
  const filter = { field: 'paymentState', op: 'is' as const, value: 'unidentified' };
  const query = { columns, filter, sort: { field: 'receivedAt', direction: 'desc' as const } };
  const { call, lead } = till;
  const { body } = await call('POST /api/payments/list', query);
  expect(body.rows[0]?.cells).toMatchObject({ payer: 'ООО «Ничьё»', account: null });
  const { count } = (await call('POST /api/payments/count', { filter })).body;
  expect(count).toBe(body.rows.length);
  const file = await call('GET /api/payments/export', { query, format: 'csv' });
  const lines = (file.body as unknown as string).trim().split('\r\n');
  expect(lines).toHaveLength(count + 1);
  expect(lines[1]).toBe(`77,70;ООО «Ничьё»;'=Аренда;Не опознан;`);
  const narrow = await signedIn(till.world, { permissions: { 'billing.payments': 'own' } });
  expect((await call('POST /api/payments/list', query, narrow.as)).body.rows).toEqual([]);
  expect((await call('POST /api/payments/count', { filter }, narrow.as)).body.count).toBe(0);
  const none = await call('GET /api/payments/export', { query, format: 'csv' }, narrow.as);
  expect((none.body as unknown as string).trim().split('\r\n')).toHaveLength(1);
  expect((await call('POST /api/payments/list', query, lead.as)).status).toBe(200);
});
