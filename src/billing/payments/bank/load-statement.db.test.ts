import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { addAccount } from '../../../testing/accounts.ts';
import { signedIn } from '../../../testing/staff.ts';
import { type Document, exchangeOf, openBank, ourAccount } from '../../../testing/payments/bank.ts';
import { openTill, type Till } from '../../testing/till.ts';
import type { bankApi } from '../../api/bank.ts';

type Preview = z.output<(typeof bankApi)['POST /api/payments/statements/preview']['output']>;
type Tally = z.output<(typeof bankApi)['POST /api/payments/statements']['output']>;

let till: Till;
let bank: Awaited<ReturnType<typeof openBank>>;
let person: { accountId: number; number: string; contract: string };
let firm: { accountId: number; number: string };
beforeAll(async () => {
  till = await openTill();
  bank = await openBank(till.world, till.chief.as);
  const personId = await till.addHolder();
  const [number, contract] = [`400${personId}770`, `Д-${personId}/26`];
  const accountId = await addAccount(till.world, personId, { number, contractNumber: contract });
  person = { accountId, number, contract };
  const firmId = await till.addHolder({
    kind: 'organisation',
    displayName: 'ООО «Ромашка»',
    taxNumber: '7701234567',
  });
  const firmNumber = `500${firmId}880`;
  const firmAccountId = await addAccount(till.world, firmId, { number: firmNumber });
  firm = { accountId: firmAccountId, number: firmNumber };
});
afterAll(() => till.world.close());

const paid = async (accountId: number): Promise<number> => (await till.sums(accountId))?.sum ?? 0;
const states = ({ lines }: Preview) =>
  lines.map(({ state, recognised }) => [state, recognised?.why]);

const documents = (): Document[] => [
  { number: '11', sum: '600.00', purpose: `Интернет, л/с ${person.number}` },
  { number: '12', sum: '450-50', purpose: `Договор ${person.contract} от 01.02.2026` },
  { number: '13', sum: '1500.00', tax: '7701234567', payer: 'ООО "Ромашка"', purpose: 'Связь' },
  { number: '14', sum: '300.00', payer: 'Неизвестный Пётр', purpose: 'За интернет' },
  { number: '15', sum: '9000.00', from: ourAccount, to: '40702810000000000077' },
  { number: '11', sum: '600.00', purpose: `Интернет, л/с ${person.number}` },
];

test('a payer whose whole name is known is suggested, and nobody where two are called so', async () => {
  const add = async (name: string): Promise<string> => {
    const [lastName, firstName, middleName] = name.split(' ');
    const id = await till.addHolder({ lastName, firstName, middleName });
    const number = `600${id}990`;
    await addAccount(till.world, id, { number });
    return number;
  };
  const number = await add('Звонкова Марина Олеговна');
  await add('Тёзкин Олег Ильич');
  await add('Тёзкин Олег Ильич');
  const text = exchangeOf(
    ['ЗВОНКОВА МАРИНА ОЛЕГОВНА//г. Тверь', 'Тезкин Олег Ильич', 'Звонкова Марина'].map(
      (payer, at) => ({ number: `2${at}`, payer, purpose: 'За интернет' }),
    ),
  );
  const { lines } = (await bank.preview<Preview>(text)).body;
  expect(lines.map(({ state, suggested }) => [state, suggested?.account])).toEqual([
    ['unknown', number],
    ['unknown', undefined],
    ['unknown', undefined],
  ]);
  const narrow = await signedIn(till.world, { permissions: { 'billing.bank': 'own' } });
  const seen = (await bank.preview<Preview>(text, {}, narrow.as)).body.lines;
  expect(seen.map(({ suggested }) => suggested)).toEqual([null, null, null]);
});

test('a statement is shown line by line before anything is written, and credited once', async () => {
  const text = exchangeOf(
    documents().map((one) => ({ ...one, sum: one.sum?.replace('-', '.') ?? '' })),
  );
  const shown = (await bank.preview<Preview>(text)).body;
  expect(states(shown)).toEqual([
    ['recognised', 'account'],
    ['recognised', 'contract'],
    ['recognised', 'tax'],
    ['unknown', undefined],
    ['not_incoming', undefined],
    ['repeat', undefined],
  ]);
  expect(shown.lines[2]).toMatchObject({
    recognised: { account: firm.number },
    payer: 'ООО "Ромашка"',
  });
  expect(await paid(person.accountId)).toBe(0);
  const first = await bank.load<Tally>(text);
  expect(first.body).toEqual({
    credited: 3,
    held: 1,
    doubted: 0,
    repeats: 1,
    notIncoming: 1,
    bad: 0,
  });
  const again = await bank.load<Tally>(text);
  expect(again.body).toMatchObject({ credited: 0, held: 0, repeats: 5 });
  expect([await paid(person.accountId), await paid(firm.accountId)]).toEqual([105_050, 150_000]);
  const { call, chief } = till;
  const held = await call('GET /api/payments', { state: 'unidentified' }, chief.as);
  expect(held.body.payments).toMatchObject([
    { payer: 'Неизвестный Пётр', purpose: 'За интернет', amountMinor: 30_000, accountId: null },
  ]);
});

test('the same statement brought by two at once credits once', async () => {
  const before = await paid(person.accountId);
  const text = exchangeOf([{ number: '50', sum: '70.00', purpose: `л/с ${person.number}` }]);
  const both = await Promise.all([1, 2, 3].map(() => bank.load<Tally>(text)));
  // Whoever comes while one is loading is asked to come again.
  const brought = both.filter(({ status }) => status !== 409);
  expect(brought.reduce((sum, { body }) => sum + body.credited, 0)).toBe(1);
  expect(await paid(person.accountId)).toBe(before + 7000);
});

test('what cannot be read is told by its line, and the rest goes on', async () => {
  const text = exchangeOf([
    { number: '61', sum: 'шестьсот', purpose: 'л/с' },
    { number: '62', on: '31.02.2026' },
    { number: '63', sum: '10.00', purpose: `л/с ${person.number}` },
  ]);
  const cut = text.slice(0, text.lastIndexOf('КонецДокумента'));
  expect((await bank.preview<Preview>(text)).body.bad).toMatchObject([
    { lineNumber: 10, why: 'no_sum' },
    { lineNumber: 20, why: 'no_date' },
  ]);
  const { body } = await bank.preview<Preview>(cut);
  expect(body.bad.map(({ why }) => why)).toEqual(['not_closed', 'cut_short', 'no_sum', 'no_date']);
  expect(body.lines).toEqual([]);
});

test('a payment that speaks of two accounts waits for a person', async () => {
  const purpose = `л/с ${person.number} и ${firm.number}`;
  const { body } = await bank.preview<Preview>(exchangeOf([{ number: '70', purpose }]));
  expect(states(body)).toEqual([['unknown', undefined]]);
  // Whatever the two are named by.
  const mixed = `л/с ${firm.number}, договор ${person.contract}`;
  const other = (await bank.preview<Preview>(exchangeOf([{ number: '71', purpose: mixed }]))).body;
  expect(states(other)).toEqual([['unknown', undefined]]);
});

test('what has gone out is not taken for what came in, nor two payers for one', async () => {
  const before = await paid(person.accountId);
  const rows = [
    'Дата;Номер;Сумма по дебету;Сумма по кредиту;Плательщик;Назначение',
    `04.03.2026;1;900,00;;Мы;л/с ${person.number}`,
    `04.03.2026;1;;500,00;Иванов;л/с ${person.number}`,
    `04.03.2026;1;;500,00;Петров;л/с ${person.number}`,
  ];
  const tally = { credited: 2, held: 0, doubted: 0, repeats: 0, notIncoming: 1, bad: 0 };
  expect((await bank.load<Tally>(rows.join('\r\n'))).body).toEqual(tally);
  expect((await bank.load<Tally>(rows.join('\r\n'))).body.repeats).toBe(2);
  expect(await paid(person.accountId)).toBe(before + 100_000);
});

test('a table is read by its headings, or as its columns are told; alike rows are two', async () => {
  const before = await paid(person.accountId);
  const rows = [
    'Дата операции;Приход;Плательщик;Назначение платежа',
    `03.03.2026;"1 200,50";Иванов;"л/с ${person.number}; март"`,
    `03.03.2026;5;Иванов;л/с ${person.number}`,
    `03.03.2026;5;Иванов;л/с ${person.number}`,
    '03.03.2026;;;Комиссия банка',
    '03.03.2026;пять;Иванов;',
  ].join('\n');
  const shown = (await bank.preview<Preview>(rows)).body;
  expect(shown).toMatchObject({
    format: 'table',
    columns: { on: 0, sum: 1, payer: 2, purpose: 3 },
  });
  expect(shown.bad).toMatchObject([{ lineNumber: 6, why: 'no_sum' }]);
  const tally = { credited: 3, held: 0, doubted: 0, repeats: 0, notIncoming: 1, bad: 1 };
  expect((await bank.load<Tally>(rows)).body).toEqual(tally);
  expect((await bank.load<Tally>(rows)).body).toMatchObject({ credited: 0, repeats: 3 });
  expect(await paid(person.accountId)).toBe(before + 121_050);
  const told = await bank.preview<Preview>(rows, { on: '0', sum: '1' });
  expect(told.body.lines[0]).toMatchObject({ purpose: '', state: 'doubted' });
});

test('only whoever may brings statements, to a bank, and only of what is one', async () => {
  expect((await bank.load(exchangeOf([]), {}, till.agent.as)).status).toBe(403);
  expect((await bank.preview('просто текст')).body).toMatchObject({
    code: 'billing.statement_unread',
  });
  expect((await bank.preview(exchangeOf([]), { sourceId: '999' })).body).toMatchObject({
    code: 'billing.no_such_source',
  });
});
