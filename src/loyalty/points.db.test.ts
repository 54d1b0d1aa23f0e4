import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as billingApi } from '../billing/api.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { verifyLedger } from '../ledger/index.ts';
import { api as subscribersApi } from '../subscribers/api.ts';
import { post } from '../testing/accounts.ts';
import { reverseEarnings } from './earning/reverse-earnings.ts';
import { followUnmerge } from './members/follow-unmerge.ts';
import { personalData } from './members/personal-data.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
beforeAll(async () => {
  desk = await openLoyaltyDesk();
});
afterAll(() => desk.world.close());

/** Lines of points in the export of somebody’s data. */
const toldOf = (id: number) => personalData.load(desk.world.ctx, [id]);
const kindsOf = (lines: readonly { kind: string; points: number }[]) =>
  lines.map(({ kind, points }) => [kind, points]);

test('a rule is tried before it is on, and gives by night what it was tried for', async () => {
  const { call, person, month, night, points, world } = desk;
  const one = await person();
  await month(one.accountId, '2026-01');
  await month(one.accountId, '2026-02');
  const { id } = (
    await call('POST /api/loyalty/rules', { name: 'Вовремя', signal: 'on_time', points: 20 })
  ).body;
  const { rules } = (await call('GET /api/loyalty/rules')).body;
  expect(rules.find((rule) => rule.id === id)).toMatchObject({ isOn: false, isTried: false });
  const early = await call('POST /api/loyalty/rules/{id}/switch', { id, version: 1, isOn: true });
  expect(early.body).toMatchObject({ code: 'loyalty.rule_untried' });
  const tried = (await call('POST /api/loyalty/rules/{id}/try', { id })).body;
  expect(tried).toMatchObject({ people: 1, points: 40, costMinor: 4000, withheld: 0 });
  // A look keeps nothing.
  const { rows: counted } = await sql`
    select from loyalty_runs where step = 'month'`.execute(world.ctx.db);
  expect(counted).toEqual([]);
  expect(tried.months).toMatchObject([{ month: '2026-01' }, { month: '2026-02', points: 20 }]);
  await call('POST /api/loyalty/rules/{id}/switch', { id, version: 1, isOn: true });
  // Nothing is given for what was before it was on.
  await night('2026-03-03');
  expect(await points(one.id)).toMatchObject({ balance: 0, lines: [] });
  await month(one.accountId, '2026-03');
  await night('2026-04-01');
  await world.tick('loyalty.night');
  const stood = await points(one.id);
  expect(kindsOf(stood.lines)).toEqual([['points_earned', 20]]);
  expect(stood.lines[0]).toMatchObject({ earnedOn: '2026-03-31', expiresOn: '2027-04-30' });
  expect((await points(one.id, '2026-03-31')).balance).toBe(0);
});

test('a rule that is changed is off until it is tried again', async () => {
  const { call, rule } = desk;
  const id = await rule('birthday', 5);
  const fields = { name: 'Иначе', points: 6 } as const;
  const change = (more: object) =>
    call('PUT /api/loyalty/rules/{id}', { id, version: 1, ...fields, ...more });
  expect((await change({ name: 'Вовремя' })).body).toMatchObject({ code: 'loyalty.name_taken' });
  // What was earned by it is judged by its signal, so that stays.
  expect((await change({ signal: 'outage' })).body).toEqual({ version: 2 });
  expect((await change({})).body).toMatchObject({ code: 'loyalty.changed_meanwhile' });
  const { rules } = (await call('GET /api/loyalty/rules')).body;
  expect(rules.find((one) => one.id === id)).toMatchObject({
    signal: 'birthday',
    isOn: false,
    isTried: false,
  });
});

test('a debt halves the row of months in time, and what it took to reach is told', async () => {
  const { rule, silence, person, month, night, points } = desk;
  await silence();
  await rule('streak', 100, { bound: 2 });
  const { id, accountId } = await person();
  for (const each of ['2026-04', '2026-05']) await month(accountId, each);
  await night('2026-06-01');
  expect((await points(id)).balance).toBe(100);
  await month(accountId, '2026-06', false);
  await night('2026-07-01');
  const { rows } = await sql<{ streak: number; isInTime: boolean }>`
    select streak, is_in_time from paid_months where subscriber_id = ${id}
    order by month`.execute(desk.world.ctx.db);
  expect(rows.map(({ streak }) => streak)).toEqual([1, 2, 1]);
  expect((await points(id)).balance).toBe(100);
});

test('caps and budgets cut what is given, in the trial as by night', async () => {
  const { call, rule, silence, person, month, night, points } = desk;
  await silence();
  const [one, other] = [await person(), await person()];
  for (const { accountId } of [one, other]) await month(accountId, '2026-07');
  const capped = await rule('spending', 10, { mostPoints: 45 });
  const shared = await rule('on_time', 30, { budgetPoints: 40 });
  await night('2026-08-01');
  const tried = async (id: number) =>
    (await call('POST /api/loyalty/rules/{id}/try', { id })).body.months.at(-1);
  expect(await tried(capped)).toMatchObject({ month: '2026-07', points: 90 });
  expect(await tried(shared)).toMatchObject({ month: '2026-07', points: 40 });
  const balances = [(await points(one.id)).balance, (await points(other.id)).balance];
  expect(balances).toEqual([75, 55]);
  // Of any day it is told what was used of which limits, though they are others since.
  expect((await points(one.id, '2026-07-31')).limits).toMatchObject([
    { id: capped, given: 45, most: 45, period: 'month' },
    { id: shared, given: 30, most: null },
  ]);
  const fields = { name: 'Без края', points: 30, budgetPoints: 90 };
  await call('PUT /api/loyalty/rules/{id}', { id: shared, version: 1, ...fields });
  const useOn = async (on: string) =>
    (await call('GET /api/loyalty/rules/{id}/use', { id: shared, on })).body;
  expect(await useOn('2026-07-30')).toMatchObject({ given: 0, isOn: true, days: [] });
  expect(await useOn('2026-07-31')).toMatchObject({
    given: 40,
    people: 2,
    limits: { budgetPoints: 40 },
    days: [{ on: '2026-07-31', times: 2, points: 40, left: 0 }],
  });
  expect(await useOn('2026-08-01')).toMatchObject({ isOn: false, limits: { budgetPoints: 90 } });
});

test('what is taken back, runs out or lifts a level can be told of any day', async () => {
  const { call, rule, silence, person, month, night, points, world } = desk;
  await silence();
  const levels = [
    { id: null, name: 'Первый', fromPoints: 0, extraPercent: 0 },
    { id: null, name: 'Второй', fromPoints: 200, extraPercent: 50 },
  ];
  const { levels: former } = (await call('GET /api/loyalty/programme')).body;
  const kept = levels.map((level, at) => ({ ...level, id: former[at]?.id ?? null }));
  const third = { ...former[2]!, fromPoints: 100_000 };
  const set = await call('PUT /api/loyalty/levels', { levels: [...kept, third] });
  expect(set.status).toBe(200);
  await call('PUT /api/loyalty/programme', {
    ...(await call('GET /api/loyalty/programme')).body,
    lifeMonths: 1,
    graceMonths: 2,
  });
  await rule('on_time', 200);
  const { id, accountId } = await person();
  await month(accountId, '2026-08');
  await night('2026-09-01');
  expect(await points(id)).toMatchObject({ balance: 200, level: { name: 'Второй' } });
  await month(accountId, '2026-09');
  await night('2026-10-01');
  // At the second level half as much again.
  expect((await points(id)).balance).toBe(500);
  await inTransaction(world.ctx, (tx) =>
    reverseEarnings(tx, sql`e.subscriber_id = ${id} and e.earned_on = '2026-09-30'`, 'test'),
  );
  await inTransaction(world.ctx, (tx) =>
    reverseEarnings(tx, sql`e.subscriber_id = ${id} and e.earned_on = '2026-09-30'`, 'test'),
  );
  expect((await points(id)).balance).toBe(200);
  await night('2026-11-01');
  const over = await points(id);
  expect(kindsOf(over.lines)).toEqual([
    ['points_expired', -200],
    ['points_taken_back', -300],
    ['points_earned', 300],
    ['points_earned', 200],
  ]);
  expect(over).toMatchObject({ balance: 0, level: { name: 'Второй' } });
  expect((await points(id, '2026-10-01')).balance).toBe(200);
  // A year later the level is below its points, is kept for the grace, and is lost after it.
  await night('2027-09-02');
  await night('2027-10-30');
  expect((await points(id)).level?.name).toBe('Второй');
  await night('2027-11-03');
  expect((await points(id)).level?.name).toBe('Первый');
  expect((await points(id, '2027-11-02')).level?.name).toBe('Второй');
});

test('a new subscriber earns on the first day, without waiting for the night', async () => {
  const { rule, silence, people, call, points, world } = desk;
  await silence();
  await rule('welcome', 150);
  const id = await people.add({ status: 'prospect' });
  const opened = await world.via(billingApi)(
    'POST /api/accounts',
    { subscriberId: id, paymentMode: 'prepaid', lines: [] },
    desk.me.as,
  );
  expect(opened.status).toBe(201);
  await world.hear();
  expect((await points(id)).balance).toBe(150);
  const unknown = await call('GET /api/subscribers/{id}/points', { id: 999_999 });
  expect(unknown.body).toMatchObject({ code: 'loyalty.no_member' });
});

test('odd earnings wait for somebody, and are given or dropped once', async () => {
  const { rule, silence, person, month, night, points, call } = desk;
  await silence();
  const programme = (await call('GET /api/loyalty/programme')).body;
  await call('PUT /api/loyalty/programme', { ...programme, oddPoints: 100, lifeMonths: 12 });
  const [one, other] = [await person(), await person()];
  const ruleId = await rule('on_time', 400);
  for (const { accountId } of [one, other]) await month(accountId, '2027-11');
  await night('2027-12-01');
  const tried = (await call('POST /api/loyalty/rules/{id}/try', { id: ruleId })).body;
  expect(tried).toMatchObject({ held: 2, people: 2 });
  expect((await points(one.id)).waiting).toMatchObject([{ points: 400, isHeld: true }]);
  const { earnings } = (await call('GET /api/loyalty/held')).body;
  const heldOf = (id: number) => earnings.find(({ subscriberId }) => subscriberId === id)?.id ?? 0;
  const decide = (id: number, isGood: boolean) =>
    call('POST /api/loyalty/earnings/{id}/decide', { id: heldOf(id), isGood });
  expect((await decide(one.id, true)).status).toBe(200);
  expect((await decide(one.id, true)).body).toMatchObject({ code: 'loyalty.not_held' });
  expect((await decide(other.id, false)).status).toBe(200);
  expect((await points(one.id)).balance).toBe(400);
  expect((await points(other.id)).balance).toBe(0);
});

test('a household puts points together; who parts again leaves them there', async () => {
  const { call, points, world, person } = desk;
  const { rows } = await sql<{ id: number }>`
    select subscriber_id as id from point_earnings where state = 'posted' and points = 400
    order by id desc limit 1`.execute(world.ctx.db);
  const id = rows[0]?.id ?? 0;
  const second = await person();
  await desk.night('2027-12-02');
  const made = await sql<{ id: number }>`
    insert into households (kind, name, created_at) values ('household', 'Котовы', now())
    returning id`.execute(world.ctx.db);
  const householdId = made.rows[0]?.id ?? 0;
  for (const each of [id, second.id]) {
    await sql`insert into household_members (household_id, subscriber_id, joined_at)
      values (${householdId}, ${each}, now())`.execute(world.ctx.db);
  }
  expect((await call('POST /api/subscribers/{id}/pool', { id, householdId })).status).toBe(200);
  expect((await call('POST /api/subscribers/{id}/pool', { id, householdId })).body).toMatchObject({
    code: 'loyalty.pooled_already',
  });
  await call('POST /api/subscribers/{id}/pool', { id: second.id, householdId });
  expect((await points(second.id)).balance).toBe(400);
  // What was put together is told once, and what was refused as that.
  const { rows: dropped } = await sql<{ id: number }>`
    select subscriber_id as id from point_earnings where state = 'dropped'`.execute(world.ctx.db);
  const told = await Promise.all([id, dropped[0]?.id ?? 0].map((of) => toldOf(of)));
  expect(told).toMatchObject([[{ points: 400, state: 'posted' }], [{ state: 'dropped' }]]);
  expect(told.map(({ length }) => length)).toEqual([1, 1]);
  const { households } = (await call('GET /api/subscribers/{id}/households', { id })).body;
  expect(households).toEqual([{ id: householdId, name: 'Котовы', isPooled: true }]);
  expect((await call('POST /api/subscribers/{id}/unpool', { id })).status).toBe(200);
  expect((await points(id)).balance).toBe(0);
  expect((await points(second.id)).balance).toBe(400);
  // Of the days before each has what was theirs then, and nobody else's lines.
  const before = await Promise.all([id, second.id].map((one) => points(one, '2027-12-01')));
  expect(before.map((one) => one.balance)).toEqual([400, 0]);
  expect(before[0]?.lines.length).toBeGreaterThan(0);
  expect(before[1]?.lines).toEqual([]);
  expect((await call('POST /api/subscribers/{id}/unpool', { id })).body).toMatchObject({
    code: 'loyalty.not_pooled',
  });
  // What the household has of it is taken back there, not where nothing of it lies.
  const reward = { name: 'Зонт', kind: 'goods', points: 150 } as const;
  const { id: rewardId } = (await call('POST /api/loyalty/rewards', reward)).body;
  await call('POST /api/subscribers/{id}/redemptions', { id: second.id, rewardId });
  await inTransaction(world.ctx, (tx) =>
    reverseEarnings(tx, sql`e.subscriber_id = ${id} and e.points = 400`, 'test'),
  );
  const both = async () => [(await points(id)).balance, (await points(second.id)).balance];
  expect(await both()).toEqual([0, -150]);
  // A debt is left nowhere: the last one takes it along, and brings it again.
  await call('POST /api/subscribers/{id}/unpool', { id: second.id });
  expect(await both()).toEqual([0, -150]);
  for (const each of [second.id, id]) {
    await call('POST /api/subscribers/{id}/pool', { id: each, householdId });
  }
  expect(await both()).toEqual([-150, -150]);
  // Who leaves the household spends its points no longer.
  await world.via(subscribersApi)(
    'DELETE /api/households/{id}/members/{subscriberId}',
    { id: householdId, subscriberId: second.id },
    desk.me.as,
  );
  await world.hear();
  expect(await both()).toEqual([-150, 0]);
  await sql`delete from household_members where household_id = ${householdId}`.execute(
    world.ctx.db,
  );
  await desk.night('2027-12-03');
  expect((await call('POST /api/subscribers/{id}/unpool', { id })).body).toMatchObject({
    code: 'loyalty.not_pooled',
  });
  expect(await both()).toEqual([-150, 0]);
  // All of it stands in the ledger, and nothing in two places.
  const checked = await verifyLedger(world.ctx);
  expect(checked.filter(({ found }) => found > 0)).toEqual([]);
});

test('points follow a payment that goes back, and whoever is merged', async () => {
  const { call, rule, silence, person, month, night, points, world } = desk;
  await silence();
  await rule('on_time', 70);
  const fields = { name: 'Значок', kind: 'goods', points: 35 } as const;
  const { id: rewardId } = (await call('POST /api/loyalty/rewards', fields)).body;
  const [one, twin] = [await person(), await person()];
  const twice = await person();
  for (const { accountId } of [one, twin, twice]) await month(accountId, '2027-12');
  // Paid once too often by mistake: the month stays paid without it.
  const extra = { occurredOn: '2027-12-21', counterpart: 'bank', amountMinor: 1000 } as const;
  await post(world, twice.accountId, { ...extra, kind: 'payments' });
  await night('2028-01-02');
  expect((await points(one.id)).balance).toBe(70);
  await sql`
    with source as (
      insert into payment_sources (kind, name, currency, created_at)
      values ('bank', 'Банк', 'RUB', now()) returning id),
    paid as (
      insert into payments (source_id, external_id, account_id, amount_minor, currency, paid_at,
        received_at, state, returned_minor)
      select s.id, g.account_id::text, g.account_id, g.minor, 'RUB', '2027-12-20', '2027-12-20',
             'returned', g.minor
      from   source s
      cross  join (values (${one.accountId}::bigint, 60000), (${twice.accountId}, 1000))
                  as g(account_id, minor)
      returning id, amount_minor)
    insert into payment_returns (payment_id, amount_minor, reason, returned_at, transaction_id)
    select p.id, p.amount_minor, 'x', '2028-01-02T12:00:00Z', max(t.id)
    from   paid p cross join ledger_transactions t group by 1, 2`.execute(world.ctx.db);
  const returned = { ...extra, kind: 'payment_return', occurredOn: '2028-01-02' } as const;
  await post(world, twice.accountId, { ...returned, amountMinor: -1000 });
  const asked = { id: twin.id, rewardId };
  const { id: badge } = (await call('POST /api/subscribers/{id}/redemptions', asked)).body;
  await sql`update subscribers set merged_into_id = ${one.id}, root_id = ${one.id}
    where id = ${twin.id}`.execute(world.ctx.db);
  await night('2028-01-03');
  const stood = await points(twin.id);
  expect(stood.balance).toBe(35);
  expect((await points(twice.id)).balance).toBe(70);
  const lost = await sql`
    select from paid_months where subscriber_id = ${one.id} and not is_in_time and streak = 0`.execute(
    world.ctx.db,
  );
  expect(lost.rows).toHaveLength(1);
  expect(kindsOf(stood.lines)).toEqual([
    ['points_taken_back', -70],
    ['points_pooled', 35],
    ['points_earned', 70],
  ]);
  // What comes back for goods goes where the others went.
  expect((await call('POST /api/redemptions/{id}/undo', { id: badge })).status).toBe(200);
  expect((await points(one.id)).balance).toBe(70);
  await night('2028-01-04');
  expect((await points(one.id)).balance).toBe(70);
  // The merge is undone: what is left of theirs goes back, and nothing of the other's.
  await sql`update subscribers set merged_into_id = null, root_id = id
    where id = ${twin.id}`.execute(world.ctx.db);
  for (let times = 0; times < 2; times += 1) {
    await inTransaction(world.ctx, (tx) =>
      followUnmerge(tx, { subscriberId: twin.id, intoId: one.id }),
    );
    expect([(await points(one.id)).balance, (await points(twin.id)).balance]).toEqual([0, 70]);
  }
});

test('a month is counted once it was charged, of whoever pays afterwards, too', async () => {
  const { rule, silence, person, night, points, world } = desk;
  await silence();
  await rule('on_time', 30);
  const { id, accountId } = await person();
  await sql`update accounts set payment_mode = 'postpaid', charged_from = '2028-01-01'
    where id = ${accountId}`.execute(world.ctx.db);
  await sql`update billing_settings set charges_begin_on = '2028-01-01'`.execute(world.ctx.db);
  // Cut off in the first minutes of the month after by the operator's clocks.
  await sql`insert into service_breaks (account_id, kind, reason, began_at, ended_at)
    values (${accountId}, 'suspended', 'debt',
            '2028-02-01 00:12'::timestamp at time zone ${world.ctx.operator.timeZone},
            '2028-02-01 00:13'::timestamp at time zone ${world.ctx.operator.timeZone})`.execute(
    world.ctx.db,
  );
  // Odd is what somebody earns, not what was dropped of it.
  await sql`
    insert into point_earnings (key, rule_id, subscriber_id, wallet_id, earned_on, due_on, points,
      state, made_at)
    select 'dropped', r.id, ${id}, min(w.id), '2028-01-15', '2028-01-15', 90, 'dropped', now()
    from   earning_rules r cross join point_wallets w where r.on_since is not null
    group  by r.id`.execute(world.ctx.db);
  await night('2028-02-01');
  expect((await points(id)).balance).toBe(0);
  await world.tick('billing.charges');
  await night('2028-02-02');
  expect((await points(id)).balance).toBe(30);
});
