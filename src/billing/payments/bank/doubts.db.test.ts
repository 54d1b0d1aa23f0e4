import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { addAccount } from '../../../testing/accounts.ts';
import { exchangeOf, openBank, ourAccount } from '../../../testing/payments/bank.ts';
import { signedIn } from '../../../testing/staff.ts';
import type { bankApi } from '../../api/bank.ts';
import { receivePayment } from '../receive-payment.ts';
import { openTill, type Till } from '../../testing/till.ts';

type Preview = z.output<(typeof bankApi)['POST /api/payments/statements/preview']['output']>;
type Tally = z.output<(typeof bankApi)['POST /api/payments/statements']['output']>;

let till: Till;
let bank: Awaited<ReturnType<typeof openBank>>;
let other: Awaited<ReturnType<typeof openBank>>;
let accountId: number;
let number: string;

beforeAll(async () => {
  till = await openTill();
  const { world, chief } = till;
  bank = await openBank(world, chief.as);
  other = await openBank(world, chief.as, { name: 'Второй банк' });
  const subscriberId = await till.addHolder();
  number = `400${subscriberId}770`;
  accountId = await addAccount(world, subscriberId, { number });
});
afterAll(() => till.world.close());

const paid = async (): Promise<number> => (await till.sums(accountId))?.sum ?? 0;
const doubts = async (as = till.chief.as) =>
  (await till.call('GET /api/payment-doubts', {}, as)).body.doubts;
const settle = (id: number, isAnother: boolean, as = till.chief.as) =>
  till.call('POST /api/payment-doubts/{id}/settle', { id, isAnother }, as);

test('a bank learns whose account it keeps, and takes the file of no other', async () => {
  const text = exchangeOf([{ number: '1', purpose: `л/с ${number}` }]);
  expect((await bank.load<Tally>(text)).body.credited).toBe(1);
  const { sources } = (await till.call('GET /api/payment-sources')).body;
  expect(sources.find(({ id }) => id === bank.sourceId)).toMatchObject({
    bankAccount: ourAccount,
  });
  const foreign = exchangeOf([{ number: '2' }], '40702810900000000002');
  // Neither a file of another account, nor this one's into another bank.
  for (const answer of [await bank.load(foreign), await other.load(text)]) {
    expect(answer.body).toMatchObject({ code: 'billing.other_bank_account' });
  }
  expect((await bank.preview(foreign)).body).toMatchObject({ code: 'billing.other_bank_account' });
});

const rows = [
  'Дата;Сумма;Плательщик;Номер;Назначение',
  '05.03.2026;500,00;Иванов;;л/с N',
  '05.03.2026;500,00;Петров;;л/с N',
];
const tableOf = (more: readonly string[] = []): string =>
  [...rows, ...more].join('\n').replaceAll('л/с N', `л/с ${number}`);

test('the same lines read by other columns are credited once, and the new one among them is', async () => {
  const before = await paid();
  expect((await bank.load<Tally>(tableOf())).body).toMatchObject({ credited: 2, doubted: 0 });
  const otherwise = { on: '0', sum: '1', purpose: '4' };
  const again = await bank.load<Tally>(tableOf(), otherwise);
  expect(again.body).toMatchObject({ credited: 0, held: 0, doubted: 2 });
  // Once more it is known, and in doubt but once.
  expect((await bank.load<Tally>(tableOf(), otherwise)).body).toMatchObject({ repeats: 2 });
  const more = tableOf([`05.03.2026;500,00;Сидоров;;л/с ${number}`]);
  const third = await bank.preview<Preview>(more, { on: '0', sum: '1', payer: '2' });
  const states = third.body.lines.map(({ state }) => state);
  expect(states).toEqual(['doubted', 'doubted', 'unknown']);
  // Where nothing tells which of three the two are, a person does.
  const blind = await bank.preview<Preview>(more, { on: '0', sum: '1' });
  expect(new Set(blind.body.lines.map(({ state }) => state))).toEqual(new Set(['doubted']));
  expect(await paid()).toBe(before + 100_000);
  expect(await doubts()).toMatchObject([
    { payer: '', purpose: `л/с ${number}`, like: { account: number, payer: 'Иванов' } },
    { payer: '', like: { account: number } },
  ]);
});

test('what came by one bank and comes by another is told apart by payers, else doubted', async () => {
  const before = await paid();
  const text = [
    'Дата;Сумма;Плательщик;Назначение',
    `05.03.2026;500,00;ИВАНОВ;л/с ${number}`,
    `05.03.2026;500,00;Кузнецов;л/с ${number}`,
    `05.03.2026;501,00;Иванов;л/с ${number}`,
  ].join('\n');
  const { body } = await other.load<Tally>(text);
  expect(body).toMatchObject({ credited: 2, doubted: 1 });
  expect(await paid()).toBe(before + 100_100);
});

test('what a bank told of before its statement, at whatever hour, is doubted there', async () => {
  const source = { id: other.sourceId, kind: 'bank' as const, currency: 'RUB' };
  const told = {
    source,
    externalId: 'notice-1',
    account: null,
    accountGiven: '',
    amountMinor: 77_700,
    paidAt: new Date('2026-03-05T20:59:00Z'),
  };
  await inTransaction(till.world.ctx, (ctx) => receivePayment(ctx, told));
  const text = [
    'Дата;Сумма;Плательщик;Назначение',
    `05.03.2026;777,00;Иванов;л/с ${number}`,
    `06.03.2026;777,00;Иванов;л/с ${number}`,
  ].join('\n');
  for (const { preview } of [bank, other]) {
    const states = (await preview<Preview>(text)).body.lines.map(({ state }) => state);
    expect(states).toEqual(['doubted', 'recognised']);
  }
});

test('a person says that it had come, or credits it after all, once', async () => {
  const before = await paid();
  const [first, second, third] = await doubts();
  expect((await settle(first!.id, false)).status).toBe(200);
  expect((await settle(second!.id, true)).status).toBe(200);
  expect((await settle(second!.id, true)).body).toMatchObject({ code: 'billing.no_such_doubt' });
  expect(await paid()).toBe(before + 50_000);
  const narrow = await signedIn(till.world, {
    permissions: { 'billing.payments': 'own', 'billing.bank': 'own' },
  });
  expect(await doubts(narrow.as)).toEqual([]);
  expect((await settle(third!.id, true, narrow.as)).status).toBe(404);
  expect((await doubts()).map(({ id }) => id)).toEqual([third!.id]);
  // Whose a line is stands there for whom one may see; and that it was looked at is on record.
  const text = exchangeOf([{ number: '90', purpose: `л/с ${number}` }]);
  const look = async (as = till.chief.as) =>
    (await bank.preview<Preview>(text, {}, as)).body.lines[0];
  expect(await look()).toMatchObject({ recognised: { account: number } });
  expect(await look(narrow.as)).toMatchObject({ state: 'recognised', recognised: null });
  const { rows: looks } = await till.world.ctx.pool.query(
    "select facts from events where type = 'billing.statement_previewed' order by id desc limit 2",
  );
  expect(looks).toMatchObject([
    { facts: { lines: 1, named: 0 } },
    { facts: { lines: 1, named: 1 } },
  ]);
});

test('a statement is kept as it came, and goes after a while', async () => {
  const files = async () => {
    const { rows: kept } = await till.world.ctx.pool.query<{ erased: boolean }>(
      `select x.erased_at is not null as erased
       from   statement_files f join files x on x.id = f.file_id`,
    );
    return new Set(kept.map(({ erased }) => erased));
  };
  expect(await files()).toEqual(new Set([false]));
  till.world.clock.advance({ seconds: 91 * 86_400 });
  await till.world.tick('billing.forget_payers');
  await till.world.runJobs();
  expect(await files()).toEqual(new Set([true]));
});
