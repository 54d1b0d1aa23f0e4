import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { addAccount } from '../../testing/accounts.ts';
import { exchangeOf, openBank } from '../../testing/payments/bank.ts';
import type { bankApi } from '../api/bank.ts';
import { openPaperDesk, type PaperDesk, seller } from '../testing/paper-desk.ts';

type Preview = z.output<(typeof bankApi)['POST /api/payments/statements/preview']['output']>;

let desk: PaperDesk;
beforeAll(async () => {
  desk = await openPaperDesk();
});
afterAll(() => desk.world.close());

const bill = async (id: number, more: object = { of: 'sum', amountMinor: 120_205 }) =>
  desk.call('POST /api/accounts/{id}/papers/invoices', { id, ...more } as never);

test('the seller’s numbers are checked by their digits, each where it was typed', async () => {
  const { call } = desk;
  const { body } = await call('GET /api/seller');
  expect(body).toMatchObject(seller);
  const wrong = {
    taxNumber: '7707083894',
    taxReasonCode: '77',
    registrationNumber: '1027700132196',
    bankCode: '04452522',
    bankAccount: '40602810700000000026',
    correspondentAccount: '30101810400000000226',
  };
  for (const [field, value] of Object.entries(wrong)) {
    const refused = await call('PUT /api/seller', { ...body, [field]: value });
    expect([refused.status, Object.keys(refused.body.fields ?? {})]).toEqual([422, [field]]);
  }
  const twice = [...body.vatRates, { fromOn: '2026-03-01', percent: 10 as const }];
  const refused = await call('PUT /api/seller', { ...body, vatRates: twice });
  expect(refused.body.code).toBe('billing.vat_twice');
  const stale = await call('PUT /api/seller', { ...body, version: body.version - 1 });
  expect(stale.body.code).toBe('billing.changed_since');
});

test('an invoice says whom, what for and how much, in words too, and stays as it was', async () => {
  const { call, papersOf, take, read, addHolder, world } = desk;
  const holder = { kind: 'organisation', displayName: 'ООО «Ромашка»', taxNumber: '7736207543' };
  const accountId = await addAccount(world, await addHolder(holder), { number: '7000417' });
  const payer = (await call('GET /api/accounts/{id}/payer', { id: accountId })).body;
  expect(payer).toMatchObject({ name: 'ООО «Ромашка»', taxNumber: '7736207543', version: 0 });
  const told = { ...payer, id: accountId, taxReasonCode: '773601001', address: 'Томск, Мира, 5' };
  const wrong = { ...told, taxNumber: '123' };
  const refused = await call('PUT /api/accounts/{id}/payer', wrong);
  expect(refused.body.code).toBe('billing.wrong_tax_number');
  await call('PUT /api/accounts/{id}/payer', told);
  const { body: made } = await bill(accountId);
  const text = await read(accountId, made.id);
  for (const words of [
    `Счёт на оплату № ${made.number} от 2 марта 2026 г.`,
    'ООО «Берег-Телеком», ИНН 7707083893, КПП 773601001, ОГРН 1027700132195',
    'ООО «Ромашка», ИНН 7736207543, КПП 773601001, Томск, Мира, 5',
    'БИК 044525225',
    '40602810700000000025',
    'лицевой счёт № 7000417',
    'Всего наименований 1, на сумму 1 202,05 руб.',
    'Одна тысяча двести два рубля 05 копеек',
    'В том числе НДС 20%: 200,34',
    `Оплата по счёту № ${made.number} от 02.03.2026, л/с 7000417. В т. ч. НДС 20% 200,34`,
    'Генеральный директор',
    'Озёрова М. И.',
  ]) {
    expect(text).toContain(words);
  }
  const [first, again] = [await take(accountId, made.id), await take(accountId, made.id)];
  expect(first.name).toBe(`Счёт ${made.number}.pdf`);
  const { body } = await call('GET /api/seller');
  await call('PUT /api/seller', { ...body, director: 'Другой Д. Д.' });
  const later = await take(accountId, made.id);
  expect([again.file.equals(first.file), later.file.equals(first.file)]).toEqual([true, true]);
  expect(await papersOf(accountId)).toMatchObject([
    { kind: 'invoice', number: made.number, amountMinor: 120_205, madeBy: 'Главная Нина' },
  ]);
  const { rows } = await world.ctx.pool.query(
    `select from events where type = 'billing.paper_downloaded'`,
  );
  expect(rows).toHaveLength(4);
  const english = await bill(accountId, { of: 'sum', amountMinor: 120_205, language: 'en' });
  expect(await read(accountId, english.body.id)).toContain(
    'One thousand two hundred two roubles 05 kopecks',
  );
});

test('months ahead cost what the services cost today, the debt what is owed', async () => {
  const { call, papersOf, open } = desk;
  const { accountId } = await open();
  const { body: debtless } = await bill(accountId, { of: 'debt' });
  expect(debtless.code).toBe('billing.nothing_to_pay');
  const discount = { id: accountId, kind: 'percent' as const, value: 1000, fromOn: '2026-03-01' };
  await call('POST /api/accounts/{id}/discounts', discount);
  await bill(accountId, { of: 'months', months: 3 });
  const owes = { id: accountId, amountMinor: 50_000, words: 'Выезд' };
  await call('POST /api/accounts/{id}/charges', owes);
  await bill(accountId, { of: 'debt' });
  expect((await papersOf(accountId)).map(({ amountMinor }) => amountMinor)).toEqual([
    10_000,
    3 * 54_000,
  ]);
});

test('a bank’s payment is known by the invoice that it names', async () => {
  const { world, chief, open } = desk;
  const bank = await openBank(world, chief.as);
  const [one, other] = [await open(), await open()];
  const [first, second] = [await bill(one.accountId), await bill(other.accountId)];
  const shown = await bank.preview<Preview>(
    exchangeOf([
      { number: '1', purpose: `Опл. по сч.${first.body.number} от 02.03.26 без НДС` },
      { number: '2', purpose: `Счета ${first.body.number} и ${second.body.number}` },
    ]),
  );
  expect(shown.body.lines.map(({ recognised }) => recognised)).toMatchObject([
    { accountId: one.accountId, why: 'invoice' },
    null,
  ]);
});

test('a statement has the period’s lines between what stood before and after', async () => {
  const { call, open, read, take } = desk;
  const { accountId: id } = await open();
  const period = { id, fromOn: '2026-02-02', toOn: '2026-03-02' };
  await call('POST /api/accounts/{id}/charges', { id, amountMinor: 1234, words: '=Выезд' });
  const { body } = await call('POST /api/accounts/{id}/papers/statements', period);
  const text = await read(id, body.id);
  for (const words of [
    'за период с 2 февраля 2026 г. по 2 марта 2026 г.',
    'Остаток на начало периода −600,00',
    '10.02.2026 Оплата 1 000,00 400,00',
    '02.03.2026 =Выезд 12,34 387,66',
    'Итого за период 12,34 1 000,00',
    'Остаток средств абонента на 2 марта 2026 г.: 387,66 руб.',
    'Триста восемьдесят семь рублей 66 копеек',
  ]) {
    expect(text).toContain(words);
  }
  const table = (await take(id, body.id, 'csv')).file.toString('utf8').split('\r\n');
  expect(table[2]).toBe('2026-02-10;Оплата;1000,00;400,00');
  // A formula that somebody wrote in words stays words.
  expect(table[3]).toBe(`2026-03-02;'=Выезд;-12,34;387,66`);
  expect((await take(id, body.id, 'xlsx')).name).toBe(`Выписка ${body.number}.xlsx`);
  const absent = { id, paperId: body.id + 1000, format: 'pdf' as const };
  const none = await call('GET /api/accounts/{id}/papers/{paperId}', absent);
  expect([none.status, (none.body as { code?: string }).code]).toEqual([
    404,
    'billing.no_such_paper',
  ]);
  const backwards = { id, fromOn: '2026-03-01', toOn: '2026-02-01' };
  const refused = await call('POST /api/accounts/{id}/papers/statements', backwards);
  expect(refused.body.code).toBe('billing.wrong_period');
});

test('numbers have no gaps, whoever takes them at once and whatever fails', async () => {
  const { open, papersOf } = desk;
  const { accountId } = await open();
  const before = Number((await bill(accountId)).body.number.slice(3));
  const at = await Promise.all([1, 2, 3, 4].map(() => bill(accountId)));
  await bill(accountId, { of: 'debt' });
  const last = await bill(accountId);
  const numbers = [...at, last].map(({ body }) => Number(body.number.slice(3)));
  const wanted = [1, 2, 3, 4, 5].map((step) => before + step);
  expect(numbers.toSorted((a, b) => a - b)).toEqual(wanted);
  expect(await papersOf(accountId)).toHaveLength(6);
});
