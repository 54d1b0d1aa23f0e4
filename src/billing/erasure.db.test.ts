import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { api as subscribersApi } from '../subscribers/api.ts';
import { exchangeOf, openBank } from '../testing/payments/bank.ts';
import type { bankApi } from './api/bank.ts';
import { openPaperDesk, type PaperDesk } from './testing/paper-desk.ts';

type Tally = z.output<(typeof bankApi)['POST /api/payments/statements']['output']>;

const name = 'Тайнова Мария Львовна';
const secrets = ['Тайнов', '40817810099910004312', '701712345678', 'Почтовая, 9'];

let desk: PaperDesk;
let bank: Awaited<ReturnType<typeof openBank>>;
let other: Awaited<ReturnType<typeof openBank>>;
let id: number;
let accountId: number;

beforeAll(async () => {
  desk = await openPaperDesk();
  bank = await openBank(desk.world, desk.chief.as);
  other = await openBank(desk.world, desk.chief.as, { name: 'Второй банк' });
  const names = { lastName: 'Тайнова', firstName: 'Мария', middleName: 'Львовна' };
  ({ accountId, subscriberId: id } = await desk.open({ ...names, status: 'left' }));
});
afterAll(() => desk.world.close());

/** Rows of the base in which something of the person stands, by table. */
async function found(): Promise<string[]> {
  const { pool } = desk.world.ctx;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select relname as name from pg_class
     where  relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
     and    relname like any (array['payment%', 'papers', 'payer_details', 'statement%'])`,
  );
  const looks = tables.map(async ({ name: table }) => {
    const { rows } = await pool.query(
      `select from "${table}" t where to_jsonb(t)::text like any ($1)`,
      [secrets.map((secret) => `%${secret}%`)],
    );
    return rows.length > 0 ? [table] : [];
  });
  return (await Promise.all(looks)).flat().toSorted();
}

const document = (number: string, more: object = {}) => ({
  number,
  payer: name,
  tax: secrets[2]!,
  from: secrets[1]!,
  purpose: `Тайнова, л/с ${accountNumber}`,
  ...more,
});
let accountNumber = '';

test('an erasure takes the person out of bank lines and papers, and leaves the sums', async () => {
  const { call, world, chief } = desk;
  const { rows } = await world.ctx.pool.query<{ number: string }>(
    'update accounts set number = $2 where id = $1 returning number',
    [accountId, '55501234'],
  );
  accountNumber = rows[0]?.number ?? '';
  const text = exchangeOf([document('31'), document('32', { purpose: 'Без счёта' })]);
  expect((await bank.load<Tally>(text)).body).toMatchObject({ credited: 1, held: 1 });
  // The same by another bank: in doubt, like the payment that was credited.
  const table = [
    'Дата;Сумма;Плательщик;Счет плательщика;Номер;Назначение',
    `02.03.2026;600,00;${name};${secrets[1]};31;л/с ${accountNumber}`,
  ].join('\n');
  expect((await other.load<Tally>(table)).body).toMatchObject({ doubted: 1 });
  const payer = (await call('GET /api/accounts/{id}/payer', { id: accountId })).body;
  const address = `Томск, ${secrets[3]}`;
  await call('PUT /api/accounts/{id}/payer', { ...payer, id: accountId, address });
  const debt = { id: accountId, of: 'sum' as const, amountMinor: 5000 };
  const { body: invoice } = await call('POST /api/accounts/{id}/papers/invoices', debt);
  const words = 'Выезд к Тайновой';
  await call('POST /api/accounts/{id}/charges', { id: accountId, amountMinor: 100, words });
  const period = { id: accountId, fromOn: '2026-02-01', toOn: '2026-03-02' };
  const { body: statement } = await call('POST /api/accounts/{id}/papers/statements', period);
  expect(await desk.read(accountId, statement.id)).toContain(words);
  expect(await found()).toEqual(['papers', 'payer_details', 'payment_doubts', 'payments']);

  const own = world.via(subscribersApi);
  const exported = await own(
    'GET /api/subscribers/{id}/personal-data',
    { id, format: 'json' },
    chief.as,
  );
  const { sections } = exported.body as unknown as {
    sections: { section: string; rows: object[] }[];
  };
  expect(sections.find(({ section }) => section === 'doubts')?.rows).toMatchObject([
    { source: 'Второй банк', payer: name, payerAccount: secrets[1], documentNumber: '31' },
  ]);

  await world.ctx.pool.query(`update accounts set state = 'closed' where id = $1`, [accountId]);
  const before = await desk.sums(accountId);
  const asked = { id, confirm: name, reason: 'request', isBeforeRetention: true } as const;
  expect((await own('POST /api/subscribers/{id}/erase', asked, chief.as)).status).toBe(200);
  await world.runJobs();
  // What nobody was found for goes in its time, and not by this.
  expect(await found()).toEqual(['payments']);
  expect(await desk.sums(accountId)).toEqual(before);
  for (const paper of [invoice, statement]) {
    const printed = await desk.read(accountId, paper.id);
    expect(printed).toContain(paper.number);
    for (const secret of secrets) expect(printed).not.toContain(secret);
  }
});

test('a document of somebody forgotten is known when a statement brings it again', async () => {
  const before = await desk.sums(accountId);
  const text = exchangeOf([document('31'), document('32', { purpose: 'Без счёта' })]);
  expect((await bank.load<Tally>(text)).body).toMatchObject({ credited: 0, held: 0, repeats: 2 });
  desk.world.clock.advance({ seconds: 3 * 366 * 86_400 });
  await desk.world.tick('billing.forget_payers');
  await desk.world.runJobs();
  expect(await found()).toEqual([]);
  expect((await bank.load<Tally>(text)).body).toMatchObject({ credited: 0, held: 0, repeats: 2 });
  expect(await desk.sums(accountId)).toEqual(before);
});
