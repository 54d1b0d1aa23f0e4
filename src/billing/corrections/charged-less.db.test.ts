import { afterAll, beforeAll, expect, test } from 'vitest';
import { History } from '../testing/charging-history.ts';
import { addAccount } from '../../testing/accounts.ts';
import { openTill, type Till } from '../testing/till.ts';

const DAILY_MINOR = 2000;
const MONTHLY_MINOR = 31 * DAILY_MINOR;
const tariff = {
  feeMinor: MONTHLY_MINOR,
  cycle: 'monthly' as const,
  connectionMinor: 0,
  includedBytes: 0,
  includedSeconds: 0,
  rates: [],
};

let till: Till;
let history: History;
beforeAll(async () => {
  till = await openTill();
  till.world.clock.moveTo(new Date('2026-03-01T06:00:00Z'));
  const rules = { proration: 'day', beginsOn: '2026-03-01' } as const;
  const patient = { ...rules, graceDays: 90, postpaidGraceDays: 90, spares: true };
  history = new History(till.world, till.chief.as, patient);
  await history.open();
});
afterAll(() => till.world.close());

test('a charge is given back once, by a correction or because less was due', async () => {
  const { call, lead, propose, sums, world } = till;
  const version = await history.addVersion(tariff);
  const [refunded, asked] = [
    await history.addAccount(version, false),
    await history.addAccount(version, false),
  ];
  await history.run();
  const { rows } = await world.ctx.pool.query<{ lineId: number }>(
    'select posting_id as "lineId" from charges order by account_id',
  );
  const [first, second] = rows.map(({ lineId }) => ({ kind: 'refund', lineId }) as const);
  const approve = 'POST /api/corrections/{id}/approve';
  const whole = { ...first, amountMinor: MONTHLY_MINOR };
  const { id } = (await propose(refunded.id, whole)).body;
  expect((await call(approve, { id }, lead.as)).status).toBe(200);
  const most = { ...second, amountMinor: MONTHLY_MINOR - 1 };
  const late = (await propose(asked.id, most)).body.id;

  world.clock.moveTo(new Date('2026-03-11T06:00:00Z'));
  for (const { id: accountId, subscriptions } of [refunded, asked]) {
    const ended = { id: accountId, subscriptionId: subscriptions[0]?.id ?? 0 };
    await call('DELETE /api/accounts/{id}/subscriptions/{subscriptionId}', ended);
  }
  expect((await sums(refunded.id))?.sum).toBe(0);
  expect((await sums(asked.id))?.sum).toBe(-10 * DAILY_MINOR);
  const above = { code: 'billing.above_charge' };
  expect((await call(approve, { id: late }, lead.as)).body).toMatchObject(above);
  await call('POST /api/corrections/{id}/refuse', { id: late, words: 'Уже вернули' }, lead.as);
  const rest = { ...second, amountMinor: 10 * DAILY_MINOR };
  const more = { ...rest, amountMinor: rest.amountMinor + 1 };
  expect((await propose(asked.id, more)).body).toMatchObject(above);
  expect((await propose(asked.id, rest)).status).toBe(201);
});

test('a period comes to what was charged for its days: with discounts, without days of no service', async () => {
  const { call, world } = till;
  const [version] = history.versions;
  if (!version) throw new Error('no version');
  const { id } = await history.addAccount(version, false);
  const half = { id, kind: 'percent' as const, value: 5000, words: '' };
  // Half the price until the 20th, and none on the 15th and 16th.
  const discount = { ...half, fromOn: '2026-03-11', toOn: '2026-03-20' };
  expect((await call('POST /api/accounts/{id}/discounts', discount)).status).toBe(201);
  await world.ctx.pool.query(
    `insert into service_breaks (account_id, kind, reason, began_at, ended_at, words)
     values ($1, 'suspended', 'by_hand', '2026-03-14T20:00Z', '2026-03-16T21:00Z', '')`,
    [id],
  );
  await history.run();
  const ask = async (fromOn: string, toOn: string) => {
    const asked = { id, fromOn, toOn };
    const { body } = await call('GET /api/accounts/{id}/suggested-correction', asked);
    return body;
  };
  const march = await ask('2026-03-14', '2026-03-22');
  expect(march.parts).toMatchObject([
    { fromOn: '2026-03-14', days: 5, monthlyFeeMinor: MONTHLY_MINOR / 2, amountMinor: 5000 },
    { fromOn: '2026-03-21', days: 2, monthlyFeeMinor: MONTHLY_MINOR, amountMinor: 4000 },
  ]);
  expect(march.amountMinor).toBe(9000);
  // The whole month comes to what was charged for it, whatever is counted by days.
  const { rows } = await world.ctx.pool.query<{ minor: number }>(
    'select sum(amount_minor)::bigint as minor from charges where account_id = $1',
    [id],
  );
  expect((await ask('2026-03-01', '2026-03-31')).amountMinor).toBe(rows[0]?.minor);
  // What a correction of the line gave back is not given back by days again.
  const line = await world.ctx.pool.query<{ lineId: number }>(
    'select posting_id as "lineId" from charges where account_id = $1',
    [id],
  );
  const whole = { kind: 'refund', lineId: line.rows[0]?.lineId, amountMinor: rows[0]?.minor };
  expect((await till.propose(id, whole)).status).toBe(201);
  expect(await ask('2026-03-14', '2026-03-22')).toMatchObject({ amountMinor: 0, parts: [] });
});

test('what was given for some days of a month is given neither for its others nor by its line again', async () => {
  const [version] = history.versions;
  if (!version) throw new Error('no version');
  const charged = async () => {
    const { id } = await history.addAccount(version, false);
    await history.run();
    const { rows } = await till.world.ctx.pool.query<{ lineId: number; minor: number }>(
      'select posting_id as "lineId", amount_minor as minor from charges where account_id = $1',
      [id],
    );
    const { lineId = 0, minor = 0 } = rows[0] ?? {};
    const ask = async (of: { lineId: number } | { fromOn: string; toOn: string }) => {
      const asked = { id, ...of };
      return (await till.call('GET /api/accounts/{id}/suggested-correction', asked)).body;
    };
    return { id, lineId, minor, ask };
  };
  const days = (from: number, to: number) => ({
    fromOn: `2026-03-${from}`,
    toOn: `2026-03-${to}`,
  });

  const first = await charged();
  const most = { kind: 'refund', lineId: first.lineId, amountMinor: first.minor - 6000 };
  expect((await till.propose(first.id, most)).status).toBe(201);
  expect((await first.ask(days(11, 20))).amountMinor).toBe(6000);
  const given = { ...days(11, 15), amountMinor: 4000 };
  expect((await till.propose(first.id, given)).status).toBe(201);
  expect((await first.ask(days(16, 25))).amountMinor).toBe(2000);
  expect(await first.ask(days(11, 20))).toMatchObject({ amountMinor: 2000, givenBackMinor: 4000 });

  const second = await charged();
  const { lineId } = second;
  const some = { ...days(11, 20), amountMinor: 20_000 };
  const { id } = (await till.propose(second.id, some)).body;
  const rest = { amountMinor: second.minor - 20_000, givenBackMinor: 20_000 };
  expect(await second.ask({ lineId })).toMatchObject(rest);
  const refund = { kind: 'refund', lineId, amountMinor: second.minor };
  expect((await till.propose(second.id, refund)).body.code).toBe('billing.above_charge');
  // Refused, it gives nothing.
  const refuse = 'POST /api/corrections/{id}/refuse';
  await till.call(refuse, { id, words: 'Связь была' }, till.lead.as);
  expect((await second.ask({ lineId })).amountMinor).toBe(second.minor);
});

test('of two services in turn each is given back whole, and both no more than was charged', async () => {
  const [version] = history.versions;
  if (!version) throw new Error('no version');
  const { world } = till;
  const productVersionId = version.id;
  const id = await addAccount(world, await till.addHolder(), {
    subscriptions: [
      { productVersionId, startedOn: '2026-03-01', endedOn: '2026-03-11' },
      { productVersionId, startedOn: '2026-03-11' },
    ],
  });
  await history.run();
  const { rows } = await world.ctx.pool.query<{ lineId: number; minor: number }>(
    `select posting_id as "lineId", amount_minor as minor from charges
     where  account_id = $1 order by subscription_id`,
    [id],
  );
  expect(rows.map(({ minor }) => minor)).toEqual([10 * DAILY_MINOR, 21 * DAILY_MINOR]);
  const ask = async (of: object) => {
    const asked = { id, ...of };
    const { body } = await till.call('GET /api/accounts/{id}/suggested-correction', asked);
    return body.amountMinor;
  };
  const early = { fromOn: '2026-03-01', toOn: '2026-03-10' };
  const late = { fromOn: '2026-03-11', toOn: '2026-03-31' };
  expect(await ask(early)).toBe(10 * DAILY_MINOR);
  await till.propose(id, { ...early, amountMinor: 10 * DAILY_MINOR });
  expect(await ask(early)).toBe(0);
  expect(await ask(late)).toBe(21 * DAILY_MINOR);
  // Whose days they were a line does not know: what is left of the month may be of either.
  expect(await ask({ lineId: rows[1]?.lineId })).toBe(21 * DAILY_MINOR);
  await till.propose(id, { ...late, amountMinor: 20 * DAILY_MINOR });
  expect(await ask({ lineId: rows[0]?.lineId })).toBe(DAILY_MINOR);
  expect(await ask({ lineId: rows[1]?.lineId })).toBe(DAILY_MINOR);
});

test('each month counts by its own length, and what was there on no day costs nothing', async () => {
  const { accountId: id } = await till.open();
  const days = async (fromOn: string, toOn: string) => {
    const asked = { id, fromOn, toOn };
    const { body } = await till.call('GET /api/accounts/{id}/suggested-correction', asked);
    return body.parts.map((one) => [one.days, one.daysOfMonth, one.amountMinor]);
  };
  expect(await days('2026-01-31', '2026-03-01')).toEqual([
    [1, 31, 1935],
    [28, 28, 60_000],
    [1, 31, 1935],
  ]);
  expect(await days('2028-02-29', '2028-02-29')).toEqual([[1, 29, 2069]]);
  await till.world.ctx.pool.query(
    `update subscriptions set started_on = '2026-03-08', ended_on = '2026-03-10'
     where  account_id = $1`,
    [id],
  );
  expect(await days('2026-03-01', '2026-03-31')).toEqual([[2, 31, 3871]]);
});
