import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedger } from '../ledger/index.ts';
import { bulkLoad as loadProducts } from '../catalog/index.ts';
import { inBulkTransaction } from '../kernel/db/bulk.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { isProof } from '../testing/proof.ts';
import { eraser } from './members/personal-data.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
let member: { id: number; accountId: number };
beforeAll(async () => {
  desk = await openLoyaltyDesk();
  await desk.control(0);
  await desk.rule('welcome', 10_000);
  await desk.call('PUT /api/loyalty/programme', {
    ...(await desk.call('GET /api/loyalty/programme')).body,
    oddPoints: 100_000,
  });
  member = await desk.person({ customerSince: '2026-03-02' });
  await desk.night('2026-03-03');
});
afterAll(() => desk.world.close());

const add = async (fields: object): Promise<number> => {
  const made = await desk.call('POST /api/loyalty/rewards', fields as never);
  expect(made.status).toBe(201);
  return made.body.id;
};
const redeem = (rewardId: number, id = member.id) =>
  desk.call('POST /api/subscribers/{id}/redemptions', { id, rewardId });
const undo = (id: number) => desk.call('POST /api/redemptions/{id}/undo', { id });
const balance = async (id = member.id): Promise<number> => (await desk.points(id)).balance;
const moneyOf = async (accountId: number): Promise<number> => {
  const { rows } = await sql<{ minor: number }>`
    select coalesce(sum(b.balance_minor), 0)::bigint as minor
    from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
    where  l.account_id = ${accountId}`.execute(desk.world.ctx.db);
  return rows[0]?.minor ?? 0;
};

const brokenChecks = async () =>
  (await verifyLedger(desk.world.ctx)).filter(({ found }) => found > 0);

test('a hundred at once spend no point twice, and the last of the stock goes once', async () => {
  const before = await balance();
  const cup = await add({ name: 'Кружка', kind: 'goods', points: 300, stock: 7 });
  const many = isProof ? 100 : 30;
  const answers = await Promise.all(Array.from({ length: many }, () => redeem(cup)));
  const given = answers.filter(({ status }) => status === 201);
  expect(given).toHaveLength(7);
  const codes = new Set(
    answers.filter(({ status }) => status !== 201).map(({ body }) => body.code),
  );
  expect([...codes]).toEqual(['loyalty.none_left']);
  expect(await balance()).toBe(before - 7 * 300);
  const dear = await add({ name: 'Самокат', kind: 'goods', points: 2000 });
  const tries = await Promise.all(Array.from({ length: many }, () => redeem(dear)));
  const bought = tries.filter(({ status }) => status === 201).length;
  expect(bought).toBe(Math.floor((before - 2100) / 2000));
  expect(await balance()).toBe(before - 2100 - bought * 2000);
  const poor = tries.find(({ status }) => status !== 201)?.body;
  expect(poor).toMatchObject({ code: 'loyalty.not_enough_points' });
  for (const { body } of [...given, ...tries]) if (body.id) await undo(body.id);
  expect(await balance()).toBe(before);
});

test('points that come due while a hundred spend are posted once, and none is spent twice', async () => {
  const { db } = desk.world.ctx;
  const before = await balance();
  const many = isProof ? 100 : 30;
  await sql`
    insert into point_earnings (key, rule_id, subscriber_id, wallet_id, earned_on, points, state,
             due_on, made_at)
    select 'due ' || n, (select min(id) from earning_rules), b.subscriber_id, b.wallet_id,
           '2026-03-03', 100, 'pending', '2026-03-03', now()
    from   loyalty_members b, generate_series(1, ${many}::int) n
    where  b.subscriber_id = ${member.id}`.execute(db);
  const hat = await add({ name: 'Шляпа', kind: 'goods', points: 700 });
  const nights = Array.from({ length: 4 }, () => desk.world.tick('loyalty.night'));
  const [answers] = await Promise.all([
    Promise.all(Array.from({ length: many }, () => redeem(hat))),
    ...nights,
  ]);
  const given = answers.filter(({ status }) => status === 201);
  expect(given.length).toBeGreaterThanOrEqual(Math.floor(before / 700));
  expect(await balance()).toBe(before + many * 100 - given.length * 700);
  const { rows } = await sql<{ points: number }>`
    select sum(p.amount_minor)::bigint as points from point_earnings e
    join   ledger_postings p on p.id = e.posting_id
    where  e.key like 'due %' and e.state = 'posted'`.execute(db);
  expect(rows).toEqual([{ points: many * 100 }]);
  expect(await brokenChecks()).toEqual([]);
  for (const { body } of given) expect((await undo(body.id)).status).toBe(200);
  expect(await balance()).toBe(before + many * 100);
});

test('a month costs no more than its budget, of a reward and of all, however many ask', async () => {
  const { call, world } = desk;
  const before = await balance();
  const bag = { name: 'Сумка', kind: 'goods', points: 10, value: 40_000, budgetMinor: 100_000 };
  const bagId = await add(bag);
  const answers = await Promise.all(Array.from({ length: 6 }, () => redeem(bagId)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
  const refused = answers.find(({ status }) => status !== 201)?.body;
  expect(refused).toMatchObject({ code: 'loyalty.over_budget' });
  const offered = await call('GET /api/subscribers/{id}/rewards', { id: member.id });
  expect(offered.body.rewards.find(({ id }) => id === bagId)).toMatchObject({ stop: 'budget' });
  const change = async (rewardsMinor: number | null): Promise<void> => {
    const programme = (await call('GET /api/loyalty/programme')).body;
    await call('PUT /api/loyalty/programme', { ...programme, rewardsMinor });
  };
  // All together: what the bags have cost counts.
  await change(130_000);
  const [pen, pad] = [
    await add({ name: 'Ручка', kind: 'goods', points: 10, value: 30_000 }),
    await add({ name: 'Блокнот', kind: 'goods', points: 10, value: 30_000 }),
  ];
  const both = await Promise.all([pen, pad].map((id) => redeem(id)));
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  // What is known only once it is counted is refused then, and nothing of it stands.
  const free = await add({ name: 'Две недели', kind: 'service_days', points: 10, days: 14 });
  expect((await redeem(free)).body).toMatchObject({ code: 'loyalty.over_budget' });
  const { rows } = await sql`
    select from discounts where account_id = ${member.accountId}`.execute(world.ctx.db);
  expect(rows).toEqual([]);
  await change(null);
  for (const { body } of [...answers, ...both]) if (body.id) await undo(body.id);
  expect(await balance()).toBe(before);
});

test('goods wait until they are handed over, and are taken back before', async () => {
  const scarf = await add({ name: 'Шарф', kind: 'goods', points: 100, stock: 2 });
  const [one, other] = [(await redeem(scarf)).body.id, (await redeem(scarf)).body.id];
  expect((await desk.call('POST /api/redemptions/{id}/hand', { id: one })).status).toBe(200);
  expect((await undo(one)).body).toMatchObject({ code: 'loyalty.used_already' });
  expect((await undo(other)).status).toBe(200);
  expect((await undo(other)).body).toMatchObject({ code: 'loyalty.used_already' });
  const { rewards } = (await desk.call('GET /api/loyalty/rewards')).body;
  expect(rewards.find(({ id }) => id === scarf)).toMatchObject({ stock: 1, redeemed: 1 });
});

test('what billing gives stands on the account, and comes back on the same day', async () => {
  const free = await add({ name: 'Три дня', kind: 'service_days', points: 50, days: 3 });
  const less = await add({ name: 'Скидка', kind: 'discount', points: 50, value: 10, days: 30 });
  const money = await add({ name: 'На счёт', kind: 'airtime', points: 50, value: 5000 });
  const before = await balance();
  for (const reward of [free, less, money, free]) {
    const made = await redeem(reward);
    expect([made.status, made.body]).toMatchObject([201, { coupon: '' }]);
  }
  // On an account that stands still days would go by unused.
  const { db } = desk.world.ctx;
  const become = (state: string) =>
    sql`update accounts set state = ${state} where id = ${member.accountId}`.execute(db);
  await become('suspended');
  expect((await redeem(free)).body).toMatchObject({ code: 'loyalty.no_account' });
  await become('active');
  const { rows } = await sql<{ kind: string; value: number; days: number; after: number }>`
    select kind, value, to_on - from_on as days, from_on - date '2026-03-03' as after from discounts
    where account_id = ${member.accountId} order by id`.execute(desk.world.ctx.db);
  expect(rows).toEqual([
    { kind: 'percent', value: 10_000, days: 3, after: 0 },
    { kind: 'percent', value: 1000, days: 30, after: 0 },
    // Days of service one after the other.
    { kind: 'percent', value: 10_000, days: 3, after: 3 },
  ]);
  // Money is on the account, and it is told by the ledger.
  expect(await moneyOf(member.accountId)).toBe(5000);
  expect(await brokenChecks()).toEqual([]);
  const { redeemed } = (await desk.call('GET /api/subscribers/{id}/rewards', { id: member.id }))
    .body;
  for (const one of redeemed.filter(({ state }) => state === 'given')) {
    expect((await undo(one.id)).status).toBe(200);
  }
  expect(await balance()).toBe(before);
  const left = await sql`select from discounts where account_id = ${member.accountId}
    and to_on > from_on`.execute(desk.world.ctx.db);
  expect(left.rows).toEqual([]);
  expect(await moneyOf(member.accountId)).toBe(0);
  expect(await brokenChecks()).toEqual([]);
});

test('what is switched on for a term costs nothing, earns nothing, and is switched off', async () => {
  const db = () => desk.world.ctx.db;
  const addOn = await desk.rule('add_on', 100);
  await sql`update billing_settings set charges_begin_on = '2026-03-01'`.execute(db());
  const versions = await inBulkTransaction(desk.world.ctx, (ctx) =>
    loadProducts(ctx, [
      {
        kind: 'addon',
        service: 'internet',
        name: 'Турбо',
        monthlyFeeMinor: 30_000,
        currency: 'RUB',
        validFrom: '2025-01-01',
      },
      {
        kind: 'addon',
        service: 'internet',
        name: 'Турбо с платой',
        monthlyFeeMinor: 30_000,
        connectionFeeMinor: 10_000,
        currency: 'RUB',
        validFrom: '2025-01-01',
      },
    ]),
  );
  const productVersionId = versions.get('Турбо') ?? 0;
  const dearId = versions.get('Турбо с платой') ?? 0;
  const turbo = { name: 'Выходные', kind: 'speed', points: 80, days: 2 };
  const without = await desk.call('POST /api/loyalty/rewards', turbo as never);
  expect(without.body).toMatchObject({ code: 'loyalty.no_such_product' });
  const dear = { ...turbo, name: 'Дорого', productVersionId: dearId } as never;
  expect((await desk.call('POST /api/loyalty/rewards', dear)).body).toMatchObject({
    code: 'loyalty.product_with_fee',
  });
  const nowhere = { name: 'Нет', kind: 'goods', points: 1, levelId: 9_999_999 } as const;
  const levelless = await desk.call('POST /api/loyalty/rewards', nowhere);
  expect(levelless.body).toMatchObject({ code: 'loyalty.no_such_level' });
  const made = await redeem(await add({ ...turbo, productVersionId }));
  expect([made.status, made.body]).toMatchObject([201, {}]);
  const standing = async () =>
    (
      await sql<{ endedOn: string | null }>`
        select ended_on from subscriptions
        where  account_id = ${member.accountId} and product_version_id = ${productVersionId}`.execute(
        desk.world.ctx.db,
      )
    ).rows;
  const costs = async () =>
    (
      await sql<{ minor: number }>`
        select coalesce(sum(c.amount_minor), 0)::bigint as minor
        from   charges c join subscriptions s on s.id = c.subscription_id
        where  s.account_id = ${member.accountId} and s.product_version_id = ${productVersionId}`.execute(
        db(),
      )
    ).rows;
  expect(await costs()).toEqual([{ minor: 0 }]);
  expect(await standing()).toEqual([{ endedOn: null }]);
  const before = await balance();
  await desk.night('2026-03-04');
  expect(await standing()).toEqual([{ endedOn: null }]);
  // Of what is bought only the first of a kind brings points, where it stands on the day.
  const [other, holder] = [await desk.person(), await desk.person()];
  await sql`insert into subscriptions (account_id, product_version_id, started_on, ended_on, is_moved,
      created_at)
    values (${other.accountId}, ${productVersionId}, '2026-03-04', null, false, now()),
           (${other.accountId}, ${productVersionId}, '2026-03-05', null, false, now()),
           (${other.accountId}, ${productVersionId}, '2026-03-04', null, true, now()),
           (${holder.accountId}, ${productVersionId}, '2026-03-04', null, true, now()),
           (${other.accountId}, ${dearId}, '2026-03-04', '2026-03-04', false, now())`.execute(db());
  await sql`update subscriptions s set replaced_by_id = n.id
    from subscriptions n where s.ended_on = '2026-03-04' and n.account_id = s.account_id
    and n.is_moved`.execute(db());
  await desk.night('2026-03-05');
  expect(await standing()).toEqual([{ endedOn: '2026-03-05' }]);
  expect(await costs()).toEqual([{ minor: 0 }]);
  expect(await balance()).toBe(before);
  expect([await balance(other.id), await balance(holder.id)]).toEqual([100, 0]);
  // The trial leaves out what was given up, too.
  const tried = await desk.call('POST /api/loyalty/rules/{id}/try', { id: addOn });
  expect(tried.body).toMatchObject({ people: 1, points: 100 });
  await sql`update billing_settings set charges_begin_on = null`.execute(db());
});

test('a programme that has ended keeps what was given, and begins anew from that day on', async () => {
  const { call, night, person, points } = desk;
  const begin = (isOn: boolean) => call('POST /api/loyalty/programme/begin', { isOn });
  const stood = await redeem(
    (await call('GET /api/loyalty/rewards')).body.rewards.find(({ name }) => name === 'Выходные')!
      .id,
  );
  expect(stood.status).toBe(201);
  await begin(false);
  const late = await person({ customerSince: '2026-03-06' });
  await night('2026-03-07');
  const { rows } = await sql`
    select from subscriptions s join redemptions d on d.subscription_id = s.id
    where  d.id = ${stood.body.id} and s.ended_on = '2026-03-07'`.execute(desk.world.ctx.db);
  expect(rows).toHaveLength(1);
  await begin(true);
  await night('2026-03-08');
  expect((await points(late.id)).balance).toBe(0);
});

test('a coupon is given once, a reward of a level to that level, and so often a month', async () => {
  const film = await add({ name: 'Кино', kind: 'coupon', points: 10, mostPerMonth: 2 });
  const codes = ['A-1', 'A-2', 'A-3'];
  const added = await desk.call('POST /api/loyalty/rewards/{id}/coupons', { id: film, codes });
  expect(added.body).toEqual({ added: 3 });
  const again = await desk.call('POST /api/loyalty/rewards/{id}/coupons', { id: film, codes });
  expect(again.body).toEqual({ added: 0 });
  const [one, two] = [await redeem(film), await redeem(film)];
  expect([one.body.coupon, two.body.coupon]).toEqual(['A-1', 'A-2']);
  expect((await redeem(film)).body).toMatchObject({ code: 'loyalty.too_often' });
  expect((await undo(one.body.id)).body).toMatchObject({ code: 'loyalty.used_already' });
  // Whoever is forgotten has no code anywhere; those that nobody has stay.
  await inTransaction(desk.world.ctx, (tx) => eraser.erase(tx, [member.id]));
  const { rows: left } = await sql<{ code: string }>`
    select code from reward_coupons where reward_id = ${film}
    union all select coupon from redemptions where reward_id = ${film}`.execute(desk.world.ctx.db);
  expect(left.map(({ code }) => code).filter((code) => codes.includes(code))).toEqual(['A-3']);
  const { levels } = (await desk.call('GET /api/loyalty/rewards')).body;
  await sql`update loyalty_members set level_id = null`.execute(desk.world.ctx.db);
  // Who was not counted yet has what there is for the lowest level, from the first day.
  const first = await add({ name: 'Значок', kind: 'goods', points: 10, levelId: levels[0]?.id });
  expect((await redeem(first)).status).toBe(201);
  const gold = await add({ name: 'Зал', kind: 'goods', points: 10, levelId: levels.at(-1)?.id });
  expect((await redeem(gold)).body).toMatchObject({ code: 'loyalty.level_needed' });
  const { rewards } = (await desk.call('GET /api/loyalty/rewards')).body;
  const reward = rewards.find(({ id }) => id === gold)!;
  const put = { ...reward, isArchived: true };
  expect((await desk.call('PUT /api/loyalty/rewards/{id}', put)).body).toEqual({ version: 2 });
  expect((await redeem(gold)).body).toMatchObject({ code: 'loyalty.no_such_reward' });
  const stale = await desk.call('PUT /api/loyalty/rewards/{id}', put);
  expect(stale.body).toMatchObject({ code: 'loyalty.changed_meanwhile' });
  const checked = await verifyLedger(desk.world.ctx);
  expect(checked.filter(({ found }) => found > 0)).toEqual([]);
});
