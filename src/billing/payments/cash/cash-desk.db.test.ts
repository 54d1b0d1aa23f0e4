import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../../testing/accounts.ts';
import { type SignedIn, signedIn } from '../../../testing/staff.ts';
import { openTill, type Till } from '../../testing/till.ts';

let till: Till;
let cashier: SignedIn;
let deskId: number;
let holder: { accountId: number; number: string };
const may = { 'billing.cash': 'all', 'billing.cash_shifts': 'own' } as const;
const lastName = 'Окошкина';

beforeAll(async () => {
  till = await openTill();
  const permissions = { ...may, 'subscribers.view': 'all' } as const;
  cashier = await signedIn(till.world, { permissions, name: 'Кассирова Зоя', team: 'Север' });
  const subscriberId = await till.addHolder({
    lastName,
    contacts: [{ kind: 'phone', value: '+79131112233' }],
    addresses: [{ text: 'Томск, Мира, 17-5' }],
  });
  holder = { accountId: await addAccount(till.world, subscriberId), number: `40-${subscriberId}` };
  deskId = await addDesk({ name: 'Касса на Мира' });
});
afterAll(() => till.world.close());

const as = (): SignedIn['as'] => cashier.as;
async function addDesk(fields: object): Promise<number> {
  const usual = { name: 'Касса', place: 'Мира, 1', teamId: null, isEnabled: true };
  return (await till.call('POST /api/cash-desks', { ...usual, ...fields })).body.id;
}
const open = (openingMinor: number, words = '', id = deskId, who = as()) =>
  till.call('POST /api/cash/shifts', { deskId: id, openingMinor, words }, who);
const take = (amountMinor: number, more: object = {}, who = as()) =>
  till.call(
    'POST /api/cash/payments',
    { key: randomUUID(), accountId: holder.accountId, amountMinor, ...more },
    who,
  );
const giveBack = (id: number, amountMinor: number, key = randomUUID(), who = as()) =>
  till.call(
    'POST /api/cash/payments/{id}/returns',
    { id, key, amountMinor, reason: 'Ошибка' },
    who,
  );
const move = (kind: 'in' | 'out', amountMinor: number, key = randomUUID()) =>
  till.call('POST /api/cash/movements', { key, kind, amountMinor, reason: 'Размен' }, as());
const mine = async () => (await till.call('GET /api/cash', {}, as())).body.shift;
const end = (id: number, countedMinor: number, expectedMinor: number, words = '', who = as()) =>
  till.call('POST /api/cash/shifts/{id}/end', { id, countedMinor, expectedMinor, words }, who);
const paid = async (): Promise<number> => (await till.sums(holder.accountId))?.sum ?? 0;
const find = async (q: string) => (await till.call('GET /api/cash/payers', { q }, as())).body;
const codeOf = ({ body }: { body: unknown }): unknown => (body as { code?: string }).code;

/** What stands on the operator's own sides. */
async function own(): Promise<Record<string, number>> {
  const { rows } = await till.world.ctx.pool.query<{ kind: string; sum: number }>(
    `select a.kind, sum(p.amount_minor)::bigint as sum
     from   ledger_accounts a join ledger_postings p on p.ledger_account_id = a.id
     where  a.kind like 'cash%' group by a.kind`,
  );
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, sum]));
}
const paymentOf = async (operationId: number): Promise<number> =>
  (await till.call('GET /api/cash/operations/{id}', { id: operationId }, as())).body.paymentId ?? 0;

test('without an open shift nothing is taken, found or moved', async () => {
  expect(codeOf(await take(100))).toBe('billing.no_open_shift');
  expect(codeOf(await move('in', 100))).toBe('billing.no_open_shift');
  expect(await find(holder.number)).toMatchObject({ code: 'billing.no_open_shift' });
  expect(await paid()).toBe(0);
});

test('one shift is opened by a cashier, and one at a desk', async () => {
  const second = await addDesk({ name: 'Вторая касса' });
  const both = await Promise.all([open(50_000), open(50_000, '', second)]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  if (both[0]?.status !== 201) {
    // The other desk was first: the day goes on at this one.
    await end((await mine())?.id ?? 0, 50_000, 50_000);
    await till.call('POST /api/cash/shifts', { deskId, openingMinor: 50_000 }, as());
  }
  const other = await signedIn(till.world, { permissions: may, name: 'Вторая Ия' });
  expect(codeOf(await open(0, '', deskId, other.as))).toBe('billing.shift_open');
  expect(await mine()).toMatchObject({ desk: { id: deskId }, openingMinor: 50_000 });
});

test.each([
  ['the number of the account', () => holder.number],
  ['a name', () => lastName],
  ['a phone', () => '8 913 111-22-33'],
  ['an address', () => 'Мира 17'],
])('a payer is found by %s', async (_, q) => {
  const { payers } = await find(q());
  expect(payers[0]).toMatchObject({ account: holder.number });
  expect(payers[0]?.address).toContain('17');
});

test('a payment pressed many times is taken once, and another sum under its key is refused', async () => {
  const before = await paid();
  const given = { key: randomUUID(), givenMinor: 100_000, payer: 'Сын' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => take(60_050, given)));
  answers.push(await take(60_050, given));
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers[0]?.body.changeMinor).toBe(39_950);
  expect(codeOf(await take(60_000, given))).toBe('billing.key_of_another');
  expect(await paid()).toBe(before + 60_050);
  const { id, receipt } = answers[0]!.body;
  const shown = await till.call('GET /api/cash/operations/{id}', { id }, as());
  expect(shown.body).toMatchObject({ receipt, payer: 'Сын', account: holder.number });
  const { body } = await till.call('GET /api/payments', { q: receipt });
  expect(body.payments).toMatchObject([{ sourceKind: 'cash', amountMinor: 60_050, payer: 'Сын' }]);
  expect(codeOf(await take(500, { givenMinor: 499 }))).toBe('billing.given_less');
});

test('cash goes back within the shift, never more than came, nor by another way', async () => {
  const before = await paid();
  const id = await paymentOf((await take(1000)).body.id);
  const key = randomUUID();
  const both = await Promise.all([giveBack(id, 400, key), giveBack(id, 400, key)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await paid()).toBe(before + 600);
  expect(codeOf(await giveBack(id, 601))).toBe('billing.above_payment');
  const elsewhere = { id, amountMinor: 1, reason: 'x' };
  expect(codeOf(await till.call('POST /api/payments/{id}/returns', elsewhere))).toBe(
    'billing.return_at_desk',
  );
  expect(codeOf(await giveBack(id, 1, key, till.chief.as))).toBe('billing.no_open_shift');
});

test('cash is brought in and carried away, but no more than there is', async () => {
  const before = await own();
  const key = randomUUID();
  await Promise.all([move('in', 20_000, key), move('in', 20_000, key)]);
  expect((await move('out', 70_000)).status).toBe(201);
  expect(codeOf(await move('out', 99_999_999))).toBe('billing.not_enough_cash');
  expect(await own()).toEqual({
    cash: (before['cash'] ?? 0) + 50_000,
    cash_in_transit: (before['cash_in_transit'] ?? 0) - 50_000,
  });
});

test('the shift ends with what was counted, and a difference is named and posted', async () => {
  const shift = (await mine())!;
  const { id, expectedMinor } = shift;
  expect(shift).toMatchObject({ openingMinor: 50_000, inMinor: 20_000, outMinor: 70_000 });
  expect(expectedMinor).toBe(50_000 + shift.paymentsMinor - shift.returnsMinor + 20_000 - 70_000);
  expect(codeOf(await end(id, 1, expectedMinor - 1))).toBe('billing.shift_moved');
  expect(codeOf(await end(id, expectedMinor - 50, expectedMinor))).toBe('billing.name_difference');
  const { cash = 0 } = await own();
  const done = await end(id, expectedMinor - 50, expectedMinor, 'Недодал');
  expect(done.body).toEqual({ differenceMinor: -50 });
  expect(await own()).toMatchObject({ cash: cash + 50, cash_differences: -50 });
  expect(codeOf(await end(id, 0, expectedMinor))).toBe('billing.shift_ended');
  expect(codeOf(await take(100))).toBe('billing.no_open_shift');
  const z = await till.call('GET /api/cash/shifts/{id}', { id }, as());
  expect(z.body).toMatchObject({ differenceMinor: -50, words: 'Недодал', isMine: true });
  // The next one finds what this one has left, or says why not.
  const left = expectedMinor - 50;
  expect(codeOf(await open(left + 10))).toBe('billing.name_difference');
  expect((await open(left + 10, 'Нашли за ящиком')).status).toBe(201);
  expect(await own()).toMatchObject({ cash: cash + 40, cash_differences: -40 });
});

test('of an earlier shift cash goes back by those alone who may refund', async () => {
  const { body } = await till.call('GET /api/payments', { state: 'credited' });
  const { id } = body.payments.find(({ sourceKind }) => sourceKind === 'cash')!;
  expect(codeOf(await giveBack(id, 1))).toBe('billing.other_shift');
  const spare = await addDesk({ name: 'Касса старшей' });
  expect((await open(5000, '', spare, till.chief.as)).status).toBe(201);
  expect((await giveBack(id, 1, randomUUID(), till.chief.as)).status).toBe(201);
});

test('a desk of another team is none, and whoever has no right meets no desk at all', async () => {
  const { rows } = await till.world.ctx.pool.query<{ id: number }>(
    "insert into teams (name, created_at) values ('Юг', now()) returning id",
  );
  const southern = await addDesk({ name: 'Касса Юга', teamId: rows[0]?.id ?? 0 });
  const free = await signedIn(till.world, { permissions: may, name: 'Третья Аза' });
  expect(codeOf(await open(0, '', southern, free.as))).toBe('billing.no_such_desk');
  const { body } = await till.call('GET /api/cash', {}, free.as);
  expect(body.desks.map(({ id }) => id)).not.toContain(southern);
  expect((await till.call('GET /api/cash', {}, till.agent.as)).status).toBe(403);
});

test('whoever reaches only their own finds nobody else to pay for, and no receipt of others', async () => {
  const permissions = { 'billing.cash': 'own', 'billing.cash_shifts': 'own' } as const;
  const narrow = await signedIn(till.world, { permissions, name: 'Узкая Ева' });
  const hers = await addDesk({ name: 'Касса Евы' });
  expect((await open(0, '', hers, narrow.as)).status).toBe(201);
  const found = await till.call('GET /api/cash/payers', { q: holder.number }, narrow.as);
  expect(found.body.payers).toEqual([]);
  expect((await take(100, {}, narrow.as)).status).toBe(404);
  const receipt = await till.call('GET /api/cash/operations/{id}', { id: 1 }, narrow.as);
  expect(receipt.status).toBe(404);
});

test('a desk is changed in the version that was seen, and not closed under a cashier', async () => {
  const desks = async () => (await till.call('GET /api/cash-desks')).body.desks;
  const desk = (await desks()).find(({ id }) => id === deskId)!;
  const { id, version, name, teamId } = desk;
  expect(desk.cashier).toBe('Кассирова Зоя');
  const change = (more: object) =>
    till.call('PUT /api/cash-desks/{id}', {
      id,
      version,
      name,
      place: 'Мира, 2',
      teamId,
      isEnabled: true,
      ...more,
    });
  expect(codeOf(await change({ isEnabled: false }))).toBe('billing.desk_has_shift');
  expect((await change({})).status).toBe(200);
  expect(codeOf(await change({}))).toBe('billing.source_changed_meanwhile');
  const shifts = await till.call('GET /api/cash/shifts', { deskId: id });
  expect(shifts.body.shifts[0]).toMatchObject({ cashier: 'Кассирова Зоя', isMine: false });
  const operations = await till.call('GET /api/cash/shifts/{id}/operations', {
    id: shifts.body.shifts[1]!.id,
    limit: 2,
  });
  expect(operations.body.operations).toHaveLength(2);
  expect(operations.body.nextCursor).not.toBeNull();
});
