import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as catalogApi } from '../catalog/api.ts';
import { signedIn } from '../testing/staff.ts';
import { type LoyaltyDesk, openLoyaltyDesk } from './testing/loyalty-desk.ts';

let desk: LoyaltyDesk;
let old: { id: number; accountId: number };
let fresh: { id: number; accountId: number };
beforeAll(async () => {
  desk = await openLoyaltyDesk();
  old = await desk.person({ customerSince: '2023-01-10' });
  fresh = await desk.person({ customerSince: '2026-02-10' });
  // The same tariff is sold cheaper now; who has the former version keeps it.
  await sql`
    insert into product_versions (product_id, version, monthly_fee_minor, currency, speed_kbps,
      valid_from)
    select id, 2, 50000, 'RUB', 100000, '2026-01-01' from products
    where name = 'Домашний 100'`.execute(desk.world.ctx.db);
});
afterAll(() => desk.world.close());

const list = async (as = desk.me.as) => (await desk.call('GET /api/loyalty/unfair', {}, as)).body;

test('who is loyal and pays more is found, made right, and found again when it is undone', async () => {
  const { call } = desk;
  await call('POST /api/loyalty/unfair/count');
  const found = await list();
  expect(found).toMatchObject({ people: 1, yearMinor: 120_000, nextCursor: null });
  expect(found.rows).toMatchObject([
    { subscriberId: old.id, tenureMonths: 37, paidMinor: 60_000, newcomerMinor: 50_000 },
  ]);
  const id = found.rows[0]?.id ?? 0;
  // Whoever pays more for two is lost once.
  const { db } = desk.world.ctx;
  await sql`
    with made as (
      insert into subscriptions (account_id, product_version_id, started_on, created_at)
      select account_id, product_version_id, started_on, now() from subscriptions where id = ${id}
      returning id)
    insert into unfair_prices (subscription_id, subscriber_id, account_id, version_id,
      tenure_months, paid_minor, newcomer_minor, at_risk_minor, counted_on)
    select made.id, subscriber_id, account_id, version_id, tenure_months, paid_minor,
           newcomer_minor, 7000, counted_on
    from   unfair_prices cross join made where subscription_id = ${id}`.execute(db);
  await sql`update unfair_prices set at_risk_minor = 7000`.execute(db);
  expect(await list()).toMatchObject({ people: 1, yearMinor: 240_000, atRiskMinor: 7000 });
  await sql`delete from unfair_prices where subscription_id <> ${id}`.execute(db);
  await sql`delete from subscriptions where account_id = ${old.accountId} and id <> ${id}`.execute(
    db,
  );
  const own = await signedIn(desk.world, { permissions: { 'loyalty.check': 'own' } });
  expect(await list(own.as)).toMatchObject({ people: 0, yearMinor: 0, rows: [] });
  const asked = { subscriptionIds: [id, id] };
  const beyond = await call('POST /api/loyalty/unfair/make-right', asked, own.as);
  expect(beyond.body).toMatchObject({ code: 'loyalty.nothing_unfair' });
  const both = await Promise.all(
    [1, 2].map(() => call('POST /api/loyalty/unfair/make-right', asked)),
  );
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(both.flatMap(({ body }) => body.rightIds ?? [])).toHaveLength(1);
  await call('POST /api/loyalty/unfair/count');
  expect((await list()).rows).toEqual([]);
  // It is sold cheaper still: made right once more, with what was made right before.
  await sql`
    insert into product_versions (product_id, version, monthly_fee_minor, currency, speed_kbps,
      valid_from)
    select id, 3, 40000, 'RUB', 100000, '2026-01-02' from products
    where name = 'Домашний 100'`.execute(db);
  await call('POST /api/loyalty/unfair/count');
  expect((await list()).rows).toMatchObject([{ id, paidMinor: 50_000, newcomerMinor: 40_000 }]);
  const speed = (kbps: number) =>
    sql`update product_versions set speed_kbps = ${kbps} where version = 3`.execute(db);
  await speed(50_000);
  await call('POST /api/loyalty/unfair/count');
  // What is slower is not the same.
  expect((await list()).rows).toEqual([]);
  await speed(100_000);
  await call('POST /api/loyalty/unfair/count');
  const again = await call('POST /api/loyalty/unfair/make-right', { subscriptionIds: [id] });
  const { rightIds } = again.body;
  expect(rightIds).toHaveLength(1);
  await call('POST /api/loyalty/unfair/count');
  expect((await list()).rows).toEqual([]);
  await sql`delete from product_versions where version = 3`.execute(db);
  // Ended by hand meanwhile: there is nothing left to end.
  await sql`update discounts set to_on = from_on where account_id = ${old.accountId}`.execute(db);
  const theirs = await call('POST /api/loyalty/rights/undo', { rightIds }, own.as);
  expect(theirs.body).toMatchObject({ code: 'loyalty.nothing_unfair' });
  expect((await call('POST /api/loyalty/rights/undo', { rightIds })).body).toEqual({ undone: 1 });
  expect((await call('POST /api/loyalty/rights/undo', { rightIds })).status).toBe(409);
  await call('POST /api/loyalty/unfair/count');
  expect((await list()).rows).toMatchObject([{ subscriberId: old.id }]);
});

test('a promotion counts for the days of the first year that it lasts', async () => {
  const { call, world, me } = desk;
  const made = await world.via(catalogApi)(
    'POST /api/promotions',
    {
      name: 'Новым',
      productId: null,
      kind: 'percent',
      value: 5000,
      lastsDays: 73,
      offeredFrom: '2026-01-01',
      offeredTo: null,
    },
    me.as,
  );
  expect([made.status, made.body]).toMatchObject([201, {}]);
  await call('POST /api/loyalty/unfair/count');
  // Half of 500 roubles for a fifth of the year.
  expect((await list()).rows).toMatchObject([{ newcomerMinor: 45_000 }]);
  expect((await list()).rows.map(({ subscriberId }) => subscriberId)).not.toContain(fresh.id);
});

test('what is owed and what it came to is counted from the ledger, against the control', async () => {
  const { call, rule, month, night, points, world } = desk;
  await rule('on_time', 40);
  const none = { friendMonths: 2, mostFriends: 10, steps: [] };
  await call('PUT /api/loyalty/friend-steps', none);
  const alike = (await call('GET /api/loyalty/effect', { months: 1 })).body;
  // Both have the same: that is told, and no difference.
  expect(alike).toMatchObject({ withheld: [], stay: null, revenue: null });
  await rule('birthday', 10);
  await month(old.accountId, '2026-03');
  await night('2026-04-01');
  expect((await points(old.id)).balance).toBe(40);
  await sql`insert into sales_costs (month, kind, amount_minor, written_at)
    values ('2026-04-01', 'acquisition', 70000, now()),
           ('2026-04-01', 'retention', 5000, now())`.execute(world.ctx.db);
  const effect = (await call('GET /api/loyalty/effect', { months: 2 })).body;
  expect(effect).toMatchObject({ owedPoints: 40, owedMinor: 4000, breakage: 0 });
  expect(effect.months).toMatchObject([
    { month: '2026-03-01', earned: 0, owedPoints: 0 },
    {
      month: '2026-04-01',
      earned: 40,
      owedPoints: 40,
      acquisitionMinor: 70_000,
      retentionMinor: 5000,
    },
  ]);
  const { members, control } = effect;
  expect(members.people + control.people).toBe(2);
  // A control and members by hand: of each as many stay as are told.
  await sql`
    insert into subscribers (id, kind, display_name, status, customer_since, left_on, root_id,
      created_at, updated_at)
    overriding system value
    select n, 'person', 'Житель', case when n % 5 = 0 then 'left' else 'active' end, '2025-01-01',
           case when n % 5 = 0 then date '2026-03-20' end, n, now(), now()
    from   generate_series(900001, 904000) n`.execute(world.ctx.db);
  const seen = (await call('GET /api/loyalty/effect', { months: 1 })).body;
  expect(seen.members.people + seen.control.people).toBe(4002);
  expect(seen.control.people).toBeGreaterThan(20);
  const stay = seen.stay!;
  const shares = [seen.members, seen.control].map(({ stayed, people }) => stayed / people);
  expect(stay.difference).toBeCloseTo(shares[0]! - shares[1]!, 10);
  expect(stay.low).toBeLessThan(stay.difference);
  expect(stay.high).toBeGreaterThan(stay.difference);
});
