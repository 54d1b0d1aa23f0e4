import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signedIn } from '../../testing/staff.ts';
import { openVipWorld, type VipWorld } from '../testing/vip-world.ts';

let vip: VipWorld;
beforeAll(async () => {
  vip = await openVipWorld();
});
afterAll(() => vip.world.close());

const RUB = 100;

describe('the edges of the rules', () => {
  test.each<[string, Parameters<VipWorld['client']>[0], object]>([
    [
      '2,100.00 for a number is not above it',
      { charged: { mobile: [2100 * RUB] } },
      { state: 'candidate', missing: [{ what: 'charges', by: 1 }] },
    ],
    [
      '2,100.01 is',
      { charged: { mobile: [2100 * RUB + 1] } },
      { state: 'member', tier: 'profitable' },
    ],
    ['4,999.99 is profitable', { charged: { mobile: [5000 * RUB - 1] } }, { tier: 'profitable' }],
    ['5,000.00 is high', { charged: { mobile: [5000 * RUB] } }, { tier: 'high' }],
    ['19,999.99 is high', { charged: { mobile: [20_000 * RUB - 1] } }, { tier: 'high' }],
    ['20,000.00 is very high', { charged: { mobile: [20_000 * RUB] } }, { tier: 'very_high' }],
    [
      '60,000.00 for an account is not above it',
      { charged: { other: [60_000 * RUB] } },
      { state: 'candidate' },
    ],
    [
      '60,000.01 is, and makes very high whatever a number costs',
      { charged: { other: [60_000 * RUB + 1], mobile: [100 * RUB] } },
      { state: 'member', tier: 'very_high' },
    ],
    [
      'three numbers of 2,000 are no number above',
      { charged: { mobile: [2000 * RUB, 2000 * RUB, 2000 * RUB] } },
      { state: 'candidate', numberMinor: 2000 * RUB, accountMinor: 6000 * RUB, lines: 3 },
    ],
    [
      'the tier follows the dearest number',
      { charged: { mobile: [2000 * RUB, 6000 * RUB], internet: [3000 * RUB] } },
      { tier: 'high', numberMinor: 6000 * RUB },
    ],
    [
      'what a line is charged by several services of it adds up',
      { charged: { internet: [2000 * RUB], tv: [2200 * RUB] } },
      { state: 'member', numberMinor: 2200 * RUB },
    ],
    [
      'a bundle is the number of the line by which it comes',
      { charged: { tv: [100 * RUB], internet: [100 * RUB], bundle: [2050 * RUB] } },
      { state: 'member', numberMinor: 2150 * RUB },
    ],
    [
      'and a number of its own where no line is known',
      { charged: { bundle: [2101 * RUB] } },
      { state: 'member', numberMinor: 2101 * RUB },
    ],
    [
      'exactly six months are not longer',
      { charged: { mobile: [3000 * RUB] }, customerSince: '2025-09-02' },
      { state: 'candidate', missing: [{ what: 'months', by: 1 }] },
    ],
    [
      'a day more is',
      { charged: { mobile: [3000 * RUB] }, customerSince: '2025-09-01' },
      { state: 'member' },
    ],
    [
      'six months in time are enough',
      { charged: { mobile: [3000 * RUB] }, carefulSince: '2025-09-02' },
      { state: 'member' },
    ],
    [
      'three on-time months are missing',
      { charged: { mobile: [3000 * RUB] }, carefulSince: '2025-11-20' },
      { state: 'candidate', missing: [{ what: 'careful', by: 3 }] },
    ],
    [
      'nobody late is careful',
      { charged: { mobile: [3000 * RUB] }, carefulSince: null },
      { state: 'candidate', missing: [{ what: 'careful', by: 6 }] },
    ],
    [
      'an organisation is judged alike',
      {
        fields: { kind: 'organisation', displayName: 'ООО «Ромашка»' },
        charged: { mobile: [3000 * RUB] },
      },
      { state: 'member', isCorporate: false },
    ],
    [
      'and is corporate by its lines',
      {
        fields: { kind: 'organisation', displayName: 'ООО «Лютик»' },
        charged: { phone: [300, 300, 300, 300, 300] },
      },
      { state: 'none', isCorporate: true, tier: null },
    ],
    [
      'or by its sum',
      {
        fields: { kind: 'organisation', displayName: 'ООО «Мак»' },
        charged: { internet: [1900 * RUB], other: [3200 * RUB] },
      },
      { isCorporate: true },
    ],
  ])('%s', async (_name, who, expected) => {
    const { id } = await vip.client(who);
    await vip.night();
    expect(await vip.show(id)).toMatchObject(expected);
  });

  test('nobody far from the rules is listed at all', async () => {
    const { id } = await vip.client({ charged: { mobile: [600 * RUB] } });
    const both = await vip.client({
      charged: { mobile: [3000 * RUB] },
      customerSince: '2026-02-01',
      carefulSince: '2026-02-01',
    });
    await vip.night();
    expect((await vip.call('GET /api/vip/{id}', { id })).status).toBe(404);
    expect(await vip.show(both.id)).toMatchObject({
      missing: [{ what: 'months' }, { what: 'careful' }],
    });
  });

  test('what is added, or begun in place of another, makes no tariffs of two lines one', async () => {
    const { db } = vip.world.ctx;
    const charged = { phone: [1900 * RUB, 50 * RUB, 1900 * RUB] };
    const [added, changed, bare] = [
      await vip.client({ charged }),
      await vip.client({ charged: { phone: [1900 * RUB, 1000 * RUB, 950 * RUB] } }),
      await vip.client({ charged: { phone: [1900 * RUB, 1900 * RUB] } }),
    ];
    const nth = (table: 'subscriptions' | 'service_lines', accountId: number, place: number) =>
      sql`(select id from ${sql.table(table)} where account_id = ${accountId}
           order by id offset ${place - 1} limit 1)`;
    const closeLine = (id: unknown) =>
      sql`update service_lines set closed_at = '2025-06-01' where id = ${id}`.execute(db);
    await sql`update subscriptions set product_version_id = (
        select v.id from product_versions v join products p on p.id = v.product_id
        where  p.name = 'Услуга added')
      where id = ${nth('subscriptions', added.accountId, 2)}`.execute(db);
    await closeLine(nth('service_lines', added.accountId, 2));
    await sql`update subscriptions
      set replaced_by_id = ${nth('subscriptions', changed.accountId, 3)}
      where id = ${nth('subscriptions', changed.accountId, 2)}`.execute(db);
    await closeLine(nth('service_lines', changed.accountId, 3));
    await sql`update service_lines set closed_at = '2025-06-01'
      where account_id = ${bare.accountId}`.execute(db);
    await vip.night();
    const numberOf = async ({ id }: { id: number }) => (await vip.show(id)).numberMinor;
    expect(await numberOf(added)).toBe(1950 * RUB);
    expect(await numberOf(changed)).toBe(1950 * RUB);
    expect(await numberOf(bare)).toBe(1900 * RUB);
  });

  test('a further account takes nothing from how carefully others were paid', async () => {
    const { id } = await vip.client({ charged: { mobile: [3000 * RUB] } });
    const further = await vip.account(id, { internet: [600 * RUB] });
    const look = async () => {
      await vip.night();
      return vip.show(id);
    };
    const since = (careful: string | null, ended: string | null) =>
      sql`insert into trust_limits (account_id, careful_since, late_ended_on)
        values (${further}, ${careful}, ${ended})
        on conflict (account_id) do update
        set careful_since = excluded.careful_since,
            late_ended_on = excluded.late_ended_on`.execute(vip.world.ctx.db);
    expect(await look()).toMatchObject({ state: 'member', carefulSince: '2024-01-01' });
    await since('2026-03-01', null);
    expect(await look()).toMatchObject({ dropsOn: null, carefulSince: '2024-01-01' });
    await since('2026-02-01', '2026-02-01');
    expect(await look()).toMatchObject({ dropsOn: '2026-04-01', carefulSince: '2026-02-01' });
    await since(null, '2026-02-01');
    expect(await look()).toMatchObject({ dropsOn: '2026-04-01', carefulSince: null });
  });

  test('nothing charged while we charge is nothing, not the monthly fees', async () => {
    const begin = (day: string | null) =>
      sql`update billing_settings set charges_begin_on = ${day}`.execute(vip.world.ctx.db);
    const { id } = await vip.client({ charged: { mobile: [3000 * RUB] } });
    const look = async () => {
      await vip.night();
      return (await vip.call('GET /api/vip/{id}', { id })).body;
    };
    await begin('2026-02-15');
    // A night that has not charged yet is waited for.
    expect(await look()).toMatchObject({ code: 'vip.no_such_client' });
    await sql`insert into charge_runs (started_at, from_month, finished_at)
      values (${vip.world.clock.now()}, '2026-02-01', ${vip.world.clock.now()})`.execute(
      vip.world.ctx.db,
    );
    expect(await look()).toMatchObject({ numberMinor: 3000 * RUB });
    await begin('2026-02-01');
    expect(await look()).toMatchObject({ numberMinor: 0 });
    await begin(null);
    await look();
  });

  test('what was charged in the closed month goes before what is subscribed to', async () => {
    const { id, accountId } = await vip.client({ charged: { mobile: [600 * RUB] } });
    await vip.world.ctx.pool.query(
      `with t as (insert into ledger_transactions (key, kind, occurred_on, recorded_at)
                  values ('vip test', 'charges', '2026-02-01', now()) returning id)
       insert into charges (account_id, subscription_id, kind, month, amount_minor, currency,
                            transaction_id, posting_id)
       select $1, x.id, 'fee', m.month::date, m.minor, 'RUB', t.id, m.at + 1000000
       from   t, subscriptions x,
              (values (1, '2026-02-01', 250000), (2, '2026-01-01', 900000)) m (at, month, minor)
       where  x.account_id = $1`,
      [accountId],
    );
    await vip.night();
    expect(await vip.show(id)).toMatchObject({
      numberMinor: 250_000,
      state: 'member',
      month: '2026-02-01',
    });
  });
});

describe('who is no longer above the rules', () => {
  const cheapen = (accountId: number, minor: number) =>
    sql`update subscriptions set monthly_fee_minor = ${minor} where account_id = ${accountId}`.execute(
      vip.world.ctx.db,
    );
  const types = async (id: number) => {
    const { rows } = await sql<{ type: string }>`
      select type from events where subject_kind = 'vip_client' and subject_id = ${id}
      order by id`.execute(vip.world.ctx.db);
    return rows.map(({ type }) => type.slice('vip.'.length));
  };

  test('stays for the grace, is told of, and comes back or drops out', async () => {
    const { id, accountId } = await vip.client({ charged: { mobile: [3000 * RUB] } });
    await vip.night();
    await cheapen(accountId, 100_000);
    await vip.night();
    expect(await vip.show(id)).toMatchObject({
      state: 'member',
      tier: 'profitable',
      dropsOn: '2026-04-01',
    });
    const { rows: told } = await sql`select staff_id from mentions
      where entity = 'vip' and entity_id = ${id} and reason = 'late'`.execute(vip.world.ctx.db);
    expect(told).toContainEqual({ staffId: vip.me.staffId });
    await cheapen(accountId, 300_000);
    await vip.night();
    expect(await vip.show(id)).toMatchObject({ state: 'member', dropsOn: null });
    await cheapen(accountId, 100_000);
    await vip.night();
    vip.world.clock.advance({ seconds: 30 * 86_400 });
    await vip.night();
    expect(await vip.show(id)).toMatchObject({ state: 'former', tier: null, leftOn: '2026-04-01' });
    expect(await types(id)).toEqual(['admitted', 'dropping', 'stays', 'dropping', 'dropped']);
    await vip.night();
    expect((await types(id)).length).toBe(5);
    vip.world.clock.advance({ seconds: -30 * 86_400 });
  });

  test('is led as the one they were merged into', async () => {
    const one = await vip.client({ charged: { mobile: [3000 * RUB] } });
    await vip.night();
    const rootId = await vip.add();
    await sql`update subscribers set merged_into_id = ${rootId}, root_id = ${rootId} where id = ${one.id}`.execute(
      vip.world.ctx.db,
    );
    await vip.night();
    expect(await vip.show(rootId)).toMatchObject({ id: rootId, state: 'member' });
    expect((await vip.show(one.id)).id).toBe(rootId);
  });
});

describe('a decision against the rules', () => {
  test('is asked by one and approved by another, for a time', async () => {
    const { id } = await vip.client({ charged: { mobile: [100 * RUB] } });
    const ask = {
      id,
      wants: 'in',
      tier: 'high',
      untilOn: '2026-03-20',
      reason: 'Друг компании',
    } as const;
    const bad = await vip.call('POST /api/vip/{id}/overrides', { ...ask, untilOn: '2026-01-01' });
    expect(bad.body.code).toBe('vip.term_past');
    const none = await vip.call('POST /api/vip/{id}/overrides', { ...ask, tier: null });
    expect(none.body.code).toBe('vip.tier_needed');
    const answers = await Promise.all(
      [1, 2].map(() => vip.call('POST /api/vip/{id}/overrides', ask)),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const overrideId = answers.find(({ status }) => status === 201)!.body.id;
    const decide = { id, overrideId, decision: 'approved' } as const;
    const route = 'POST /api/vip/{id}/overrides/{overrideId}/decide';
    expect((await vip.call(route, decide)).body.code).toBe('vip.own_wish');
    const boss = await signedIn(vip.world);
    expect((await vip.call(route, decide, boss.as)).status).toBe(200);
    expect((await vip.call(route, decide, boss.as)).body.code).toBe('vip.decided_already');
    expect(await vip.show(id)).toMatchObject({
      state: 'member',
      tier: 'high',
      overrides: [{ state: 'approved', reason: 'Друг компании', isMine: true }],
    });
    vip.world.clock.advance({ seconds: 20 * 86_400 });
    await vip.night();
    expect(await vip.show(id)).toMatchObject({
      state: 'member',
      dropsOn: '2026-04-21',
      overrides: [{ state: 'ended' }],
    });
    vip.world.clock.advance({ seconds: -20 * 86_400 });
  });

  test('leaves somebody out, and may be ended', async () => {
    const { id } = await vip.client({ charged: { mobile: [3000 * RUB] } });
    await vip.night();
    const boss = await signedIn(vip.world);
    const ask = { id, wants: 'out', untilOn: '2026-12-31', reason: 'Сам просил' } as const;
    const { body } = await vip.call('POST /api/vip/{id}/overrides', ask);
    const decide = (decision: 'approved' | 'ended') =>
      vip.call(
        'POST /api/vip/{id}/overrides/{overrideId}/decide',
        { id, overrideId: body.id, decision },
        boss.as,
      );
    const permissions = {
      'vip.work': 'own',
      'vip.approve': 'own',
      'subscribers.view': 'own',
    } as const;
    const stranger = await signedIn(vip.world, { permissions });
    await vip.leading(900);
    await vip.night();
    const unseen = await vip.call('POST /api/vip/{id}/overrides', ask, stranger.as);
    const far = { id, overrideId: body.id, decision: 'approved' } as const;
    const route = 'POST /api/vip/{id}/overrides/{overrideId}/decide';
    expect([unseen.status, (await vip.call(route, far, stranger.as)).status]).toEqual([404, 404]);
    await decide('approved');
    expect(await vip.show(id)).toMatchObject({ state: 'former' });
    await decide('ended');
    expect(await vip.show(id)).toMatchObject({ state: 'member' });
  });
});

describe('rules', () => {
  test('are tried before they are put in force', async () => {
    const { as } = await signedIn(vip.world);
    const { body } = await vip.call('GET /api/vip-settings', {}, as);
    expect(body).toMatchObject({
      numberAboveMinor: 210_000,
      accountAboveMinor: 6_000_000,
      monthsAbove: 6,
    });
    const { version, currency: _c, lastRun, ...rules } = body;
    expect(lastRun?.members).toBeGreaterThan(0);
    const crossed = { ...rules, highFromMinor: 100_000 };
    expect((await vip.call('POST /api/vip-settings/try', crossed, as)).body.code).toBe(
      'vip.tiers_crossed',
    );
    const strict = { ...rules, numberAboveMinor: 400_000 };
    const tried = (await vip.call('POST /api/vip-settings/try', strict, as)).body;
    expect(tried.now.members).toBeGreaterThan(tried.tried.members);
    expect(tried.goes).toBeGreaterThan(0);
    expect((await vip.call('PUT /api/vip-settings', { ...strict, version }, as)).status).toBe(200);
    expect((await vip.call('PUT /api/vip-settings', { ...rules, version }, as)).body.code).toBe(
      'vip.changed_meanwhile',
    );
    await vip.call('PUT /api/vip-settings', { ...rules, version: version + 1 }, as);
  });

  test('a list shows clients with filters, and the card one line', async () => {
    const { body } = await vip.call('POST /api/vip/list', {
      columns: ['name', 'tier', 'numberMinor'],
      filter: { field: 'state', op: 'is', value: 'member' } as never,
    });
    expect(body.rows.length).toBeGreaterThan(5);
    const [first] = body.rows;
    const card = await vip.world.via((await import('../../subscribers/api.ts')).api)(
      'GET /api/subscribers/{id}',
      { id: first!.id },
      vip.me.as,
    );
    expect(card.body.parts).toMatchObject({ vip: { id: first!.id, state: 'member' } });
  });
});
