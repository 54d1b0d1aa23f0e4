import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import type { As } from '../../testing/world.ts';
import { endingLines } from '../sheet/money-lines.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
let boss: SignedIn;
let second: SignedIn;
beforeAll(async () => {
  vip = await openVipWorld();
  boss = await signedIn(vip.world, { name: 'Первый' });
  second = await signedIn(vip.world, { name: 'Второй' });
  // The mobile tariff costs us 1,800.
  await sql`
    update product_versions v set cost_minor = 180000
    from   products p where p.id = v.product_id and p.name = 'Услуга mobile'`.execute(
    vip.world.ctx.db,
  );
  await sql`update catalog_settings set least_margin_percent = 20`.execute(vip.world.ctx.db);
});
afterAll(() => vip.world.close());

const approveRoute = 'POST /api/vip-terms/{id}/approve';
const endRoute = 'POST /api/vip-terms/{id}/end';
const termsOf = async (id: number) => (await vip.call('GET /api/vip/{id}/terms', { id })).body;
const approve = (at: { id: number; version: number }, as: As = boss.as) =>
  vip.call(approveRoute, at, as);
const lines = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
  (await query.execute(vip.world.ctx.db)).rows;

/** Somebody on a mobile tariff of 3,000 a month, with what terms are proposed of. */
async function client() {
  const { id, accountId } = await vip.client({ charged: { mobile: [300_000] } });
  await vip.night();
  const { services } = await termsOf(id);
  const wanted = {
    id,
    kind: 'percent',
    value: 2000,
    subscriptionIds: services.map((one) => one.id),
    fromOn: '2026-03-02',
    toOn: '2026-08-31',
  } as const;
  const propose = (more: object = {}, as: As = vip.me.as) =>
    vip.call('POST /api/vip/{id}/terms', { ...wanted, reason: 'Пять лет с нами', ...more }, as);
  return { id, accountId, wanted, propose };
}

test('a privilege is weighed, proposed by one, approved by another, given and taken back', async () => {
  const { id, accountId, wanted, propose } = await client();
  const { body: effect } = await vip.call('POST /api/vip/{id}/terms/try', wanted);
  expect(effect).toMatchObject({
    nowMinor: 300_000,
    thenMinor: 240_000,
    costMinor: 180_000,
    marginNow: 0.4,
    marginThen: 0.25,
    leastMarginPercent: 20,
    secondFor: [],
  });
  const { body: made } = await propose();
  expect((await propose()).body.code).toBe('vip.terms_stand');
  expect((await approve(made, vip.me.as)).body.code).toBe('vip.own_wish');
  const twice = await Promise.all([approve(made), approve(made, second.as)]);
  expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const [terms] = (await termsOf(id)).terms;
  expect(terms).toMatchObject({ state: 'approved', nowMinor: 300_000, thenMinor: 240_000 });
  const discounts = () =>
    lines(sql<object>`
      select kind, value, from_on, to_on from discounts where account_id = ${accountId}`);
  expect(await discounts()).toEqual([
    { kind: 'percent', value: 2000, fromOn: '2026-03-02', toOn: '2026-09-01' },
  ]);

  const agent = await vip.leading(50);
  await vip.night();
  const at = { id: terms!.id, version: terms!.version };
  const early = await vip.call(endRoute, { ...at, reason: 'Не платит' }, agent.as);
  expect(early.body.code).toBe('vip.leader_needed');
  const ended = await vip.call(endRoute, { ...at, reason: 'Не платит' }, boss.as);
  expect(ended.status).toBe(200);
  expect(await discounts()).toMatchObject([{ toOn: '2026-03-02' }]);
  expect((await termsOf(id)).terms).toMatchObject([
    { state: 'ended', endReason: 'Не платит', endedBy: { name: 'Первый' } },
  ]);
  const over = await vip.call(endRoute, { ...ended.body, reason: 'Ещё раз' }, boss.as);
  expect(over.body.code).toBe('vip.terms_over');
});

test('below the margin floor, for long or by much two approve, neither of them who proposed', async () => {
  const { id, accountId, wanted, propose } = await client();
  const second_for = async (more: object) =>
    (await vip.call('POST /api/vip/{id}/terms/try', { ...wanted, ...more })).body.secondFor;
  expect(await second_for({ kind: 'fixed', value: 225_000 })).toEqual([]);
  expect(await second_for({ kind: 'fixed', value: 224_999 })).toEqual(['below_floor']);
  expect(await second_for({ toOn: null })).toEqual(['long']);
  expect(await second_for({ toOn: '2027-03-02' })).toEqual([]);
  expect(await second_for({ toOn: '2027-03-03' })).toEqual(['long']);
  const limits = { secondFromMinor: 60_000, longestMonths: 12, noticeDays: 30, version: 1 };
  await vip.call('PUT /api/vip-terms-settings', limits);
  expect(await second_for({})).toEqual(['dear']);
  const { body: kept } = await vip.call('GET /api/vip-terms-settings');
  expect(kept).toMatchObject({ ...limits, version: 2, currency: 'RUB' });
  const stale = await vip.call('PUT /api/vip-terms-settings', limits);
  expect(stale.body.code).toBe('vip.changed_meanwhile');
  await vip.call('PUT /api/vip-terms-settings', {
    ...limits,
    secondFromMinor: 500_000,
    version: 2,
  });

  const { body: made } = await propose({ kind: 'free', value: 0 });
  const { body: half } = await approve(made);
  expect((await termsOf(id)).terms).toMatchObject([
    { state: 'proposed', secondFor: ['below_floor'], approvedBy: { name: 'Первый' } },
  ]);
  expect((await approve(half)).body.code).toBe('vip.own_wish');
  expect((await approve(half, vip.me.as)).body.code).toBe('vip.own_wish');
  expect((await approve(half, second.as)).status).toBe(200);
  const given = await lines(sql<object>`
    select kind, value from discounts where account_id = ${accountId}`);
  expect(given).toEqual([{ kind: 'percent', value: 10_000 }]);
});

test('who approves second has seen why two have to', async () => {
  const { id, accountId, propose } = await client();
  const { body: made } = await propose({ toOn: null });
  const { body: half } = await approve(made);
  const cost = (minor: number) =>
    sql`
      update product_versions v set cost_minor = ${minor}
      from   products p where p.id = v.product_id and p.name = 'Услуга mobile'`.execute(
      vip.world.ctx.db,
    );
  await cost(230_000);
  const { body: again } = await approve(half, second.as);
  expect((await termsOf(id)).terms).toMatchObject([
    { state: 'proposed', secondFor: ['long', 'below_floor'], approvedBy: { name: 'Второй' } },
  ]);
  const whole = await approve(again);
  await cost(180_000);
  expect(whole.status).toBe(200);
  const given = await lines(sql<object>`
    select value from discounts where account_id = ${accountId}`);
  expect(given).toEqual([{ value: 2000 }]);
});

test('a fixed price is the same through its last day', async () => {
  const { id, accountId, propose } = await client();
  await sql`
    insert into discounts (account_id, kind, value, from_on, to_on, given_at)
    values (${accountId}, 'percent', 1000, '2026-02-01', '2026-06-01', now()),
           (${accountId}, 'percent', 500, '2026-04-10', '2026-04-10', now())`.execute(
    vip.world.ctx.db,
  );
  const fixed = { kind: 'fixed', value: 240_000 };
  expect((await propose(fixed)).body.code).toBe('vip.price_moves');
  const { body: made } = await propose({ ...fixed, toOn: '2026-05-31' });
  expect((await approve(made)).status).toBe(200);
  const prices = await lines(sql<{ price: number }>`
    select distinct round(discounted(300000,
             array_agg(d.value order by d.id) filter (where d.kind = 'percent'),
             sum(d.value) filter (where d.kind = 'sum')))::bigint as price
    from   (values ('2026-03-02'::date), ('2026-05-31')) x ("on")
    join   discounts d on d.account_id = ${accountId}
                      and x."on" >= d.from_on and x."on" < d.to_on
    group  by x."on"`);
  expect(prices).toEqual([{ price: 240_000 }]);
  // Where a change of price moved what terms give on, the sheet tells of it as of terms alone.
  await sql`
    insert into discounts (account_id, subscription_id, kind, value, from_on, to_on, given_at,
                           moved_from_id)
    select account_id, subscription_id, kind, value, '2026-03-10', to_on, now(), id
    from   discounts where account_id = ${accountId} and kind = 'sum'`.execute(vip.world.ctx.db);
  const told = await endingLines(vip.world.ctx, [id], { endingDays: 365 });
  expect(told.map(({ on }) => on)).toEqual(['2026-04-10', '2026-06-01']);
});

test('what makes no sense is refused, and so is what is not one’s own', async () => {
  const { id, wanted, propose } = await client();
  const other = await client();
  const code = async (more: object) => (await propose(more)).body.code;
  expect(await code({ fromOn: '2026-03-01' })).toBe('vip.term_past');
  expect(await code({ toOn: '2026-03-01' })).toBe('vip.wrong_period');
  expect(await code({ value: 10_001 })).toBe('vip.wrong_value');
  expect(await code({ kind: 'fixed', value: 300_000 })).toBe('vip.no_privilege');
  expect(await code({ subscriptionIds: [] })).toBe('vip.no_such_service');
  expect(await code({ subscriptionIds: other.wanted.subscriptionIds })).toBe('vip.no_such_service');
  const peace = { kind: 'no_suspension', value: 0, subscriptionIds: [] };
  expect(await code({ ...peace, accountId: other.accountId })).toBe('vip.no_such_account');
  const stranger = await signedIn(vip.world, {
    permissions: { 'vip.work': 'own', 'vip.approve': 'own' },
  });
  const { body: made } = await propose();
  await vip.leading(50, {}, 'Другая');
  await vip.night();
  expect((await propose({ fromOn: '2026-09-01', toOn: null }, stranger.as)).status).toBe(404);
  expect((await vip.call('GET /api/vip/{id}/terms', { id }, stranger.as)).status).toBe(404);
  const tried = await vip.call('POST /api/vip/{id}/terms/try', wanted, stranger.as);
  expect(tried.status).toBe(404);
  expect((await approve(made, stranger.as)).body.code).toBe('vip.no_such_terms');
  const refuseRoute = 'POST /api/vip-terms/{id}/refuse';
  const why = { ...made, reason: 'Нет оснований' };
  expect((await vip.call(refuseRoute, why, stranger.as)).status).toBe(404);
  expect((await vip.call(endRoute, why, stranger.as)).status).toBe(404);
  expect((await vip.call(refuseRoute, why, boss.as)).status).toBe(200);
});

test('an account is left in peace as long as agreed; the end is told ahead and comes by itself', async () => {
  const { id, accountId, propose } = await client();
  const of = { subscriptionIds: [], accountId, toOn: '2026-04-20' };
  const until = () =>
    lines(sql<{ on: string }>`
      select until_on as "on" from dunning_pauses where account_id = ${accountId}`);
  const longer = (await propose({ ...of, kind: 'longer', value: 20 })).body;
  await approve(longer);
  expect(await until()).toEqual([]);
  await sql`insert into shortfalls (account_id, since_at)
    values (${accountId}, '2026-03-02T05:00:00Z')`.execute(vip.world.ctx.db);
  await vip.world.tick('vip.terms');
  expect(await until()).toEqual([{ on: '2026-03-22' }]);
  const { body: never } = await propose({ ...of, kind: 'no_suspension', value: 0 });
  const { body: running } = await approve(never);
  expect(await until()).toEqual([{ on: '2026-04-02' }]);
  const began = vip.world.clock.now();
  vip.world.clock.moveTo(new Date('2026-03-30T06:00:00Z'));
  await vip.world.tick('vip.terms');
  expect(await until()).toEqual([{ on: '2026-04-20' }]);
  const told = () =>
    lines(sql<object>`select reason from mentions where entity = 'vip' and entity_id = ${id}
      and reason = 'late'`);
  expect(await told()).not.toEqual([]);
  await vip.call(endRoute, { ...running, reason: 'Договорились иначе' }, boss.as);
  expect(await until()).toEqual([]);
  await vip.world.tick('vip.terms');
  expect(await until()).toEqual([]);
  vip.world.clock.moveTo(new Date('2026-04-21T06:00:00Z'));
  await vip.world.tick('vip.terms');
  expect((await termsOf(id)).terms.map(({ state }) => state)).toEqual(['ended', 'ended']);
  vip.world.clock.moveTo(began);
});

test('of two that leave an account in peace, one that ends leaves what the other gives', async () => {
  const { accountId, propose } = await client();
  await sql`insert into shortfalls (account_id, since_at)
    values (${accountId}, '2026-03-01T05:00:00Z')`.execute(vip.world.ctx.db);
  const of = { subscriptionIds: [], accountId, toOn: '2026-04-20' };
  await approve((await propose({ ...of, kind: 'longer', value: 20 })).body);
  const never = (await propose({ ...of, kind: 'no_suspension', value: 0 })).body;
  const { body: running } = await approve(never);
  const until = () =>
    lines(sql<object>`
      select until_on as "on" from dunning_pauses where account_id = ${accountId}`);
  expect(await until()).toEqual([{ on: '2026-04-02' }]);
  await vip.call(endRoute, { ...running, reason: 'Хватит одних' }, boss.as);
  expect(await until()).toEqual([{ on: '2026-03-21' }]);
});

test('terms of one who is erased are over, and nobody is told of them', async () => {
  const { id, accountId, propose } = await client();
  await approve((await propose()).body);
  const { db } = vip.world.ctx;
  await sql`update accounts set state = 'closed' where id = ${accountId}`.execute(db);
  const [who] = await lines(sql<{ name: string }>`
    select display_name as name from subscribers where id = ${id}`);
  const erased = await vip.world.via(subscribersApi)(
    'POST /api/subscribers/{id}/erase',
    { id, confirm: who?.name || String(id), reason: 'request', isBeforeRetention: true },
    vip.me.as,
  );
  expect(erased.body.code).toBeUndefined();
  const states = () => lines(sql<object>`select state from vip_terms where subscriber_id = ${id}`);
  expect(await states()).toEqual([{ state: 'ended' }]);
  const began = vip.world.clock.now();
  vip.world.clock.moveTo(new Date('2026-08-20T06:00:00Z'));
  await vip.world.tick('vip.terms');
  vip.world.clock.moveTo(began);
  const told = await lines(sql`
    select from mentions where entity = 'vip' and entity_id = ${id} and reason = 'late'`);
  expect(told).toEqual([]);
});
