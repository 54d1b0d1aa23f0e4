import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { addAccount, post } from '../../testing/accounts.ts';
import { readPdf } from '../../testing/pdf.ts';
import { signedIn } from '../../testing/staff.ts';
import { openSaveDesk, type SaveDesk } from '../testing/save-desk.ts';

let desk: SaveDesk;

beforeAll(async () => {
  desk = await openSaveDesk();
});
afterAll(() => desk.world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as SaveDesk['call'];
const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

describe('leaving', () => {
  test('is shown honestly, settled on its day, and confirmed on paper', async () => {
    const { id, version, accountId, subscriberId } = await desk.begin(desk.reasons.move);
    await post(desk.world, accountId, {
      kind: 'payment',
      occurredOn: '2026-03-01',
      amountMinor: 50_000,
      counterpart: 'gateway',
    });
    const { body: view } = await call('GET /api/cases/{id}/exit', { id });
    expect(view.accounts).toMatchObject([{ balanceMinor: 50_000, feeMinor: 0 }]);
    for (const endsOn of ['2020-01-01', '2030-01-01']) {
      const wrong = await call('POST /api/cases/{id}/exit', { id, version, endsOn });
      expect(wrong.body.code).toBe('retention.wrong_end');
    }
    const endsOn = new Date(Date.parse(view.today) + 3 * 86_400_000).toISOString().slice(0, 10);
    const equipment = [{ name: 'Роутер', serial: 'A-1' }];
    const accept = { id, version, endsOn, equipment };
    expect((await call('POST /api/cases/{id}/exit', accept, desk.agent.as)).status).toBe(200);
    const twice = await call('POST /api/cases/{id}/exit', { ...accept, version: 3 }, desk.agent.as);
    expect(twice.body.code).toBe('retention.exit_stands');
    const paper = 'GET /api/cases/{id}/exit/papers/{paper}' as const;
    const early = await call(paper, { id, paper: 'confirmation' });
    expect(early.body).toMatchObject({ code: 'retention.not_left_yet' });
    await desk.world.tick('retention.exits');
    expect((await call('GET /api/cases/{id}', { id })).body.state).toBe('open');
    expect((await desk.offersOf(id)).silence).toBe('leaving');
    desk.world.clock.advance({ seconds: 3 * 86_400 });
    await desk.world.tick('retention.exits');
    // The last day is served to its end.
    expect((await call('GET /api/cases/{id}', { id })).body.state).toBe('open');
    desk.world.clock.advance({ seconds: 86_400 });
    await desk.world.tick('retention.exits');
    await desk.world.tick('retention.exits');
    const found = (await call('GET /api/cases/{id}', { id })).body;
    expect(found).toMatchObject({ state: 'closed', outcome: 'left', leftOn: endsOn });
    const { body: after } = await call('GET /api/cases/{id}/exit', { id });
    expect(after.exit).toMatchObject({ finalMinor: 50_000, feeMinor: 0 });
    const back = { id, equipmentId: after.equipment[0]?.id ?? 0, returnedOn: endsOn };
    const note = 'PUT /api/cases/{id}/exit/equipment/{equipmentId}' as const;
    expect((await call(note, back, desk.agent.as)).status).toBe(200);
    const stranger = await signedIn(desk.world, {
      permissions: { 'retention.work': 'own', 'subscribers.view': 'own' },
    });
    expect((await call(note, back, stranger.as)).body.code).toBe('retention.no_such_case');
    const unseen = await call(paper, { id, paper: 'confirmation' }, stranger.as);
    expect(unseen.body).toMatchObject({ code: 'retention.no_such_case' });
    const dueAt = '2030-01-01T00:00:00Z';
    const foreign = { subscriberId, number: '1', operator: 'Соседи', dueAt };
    // Nothing is begun anew with who has left.
    expect((await call('POST /api/port-notices', foreign)).body.code).toBe('retention.has_left');
    expect((await call('POST /api/cases', { subscriberId })).body.code).toBe('retention.has_left');
    expect((await call('POST /api/port-notices', foreign, stranger.as)).body.code).toBe(
      'subscribers.not_found',
    );
    const printed = await desk.world.request({
      url: `/api/cases/${id}/exit/papers/confirmation`,
      headers: desk.me.as,
    });
    expect(printed.statusCode).toBe(200);
    const text = (await readPdf(printed.rawPayload)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('500,00');
    const { rows } = await desk.world.ctx.pool.query(
      'select status from subscribers where id = $1',
      [subscriberId],
    );
    expect(rows).toEqual([{ status: 'left' }]);
    expect((await call('POST /api/cases/{id}/reopen', { id, version: 4 })).body.code).toBe(
      'retention.has_left',
    );
    expect((await call('POST /api/cases', { subscriberId })).body.code).toBe('retention.has_left');
  });

  test('an application is withdrawn before its day, and no case closes over one', async () => {
    const { id, version } = await desk.begin(desk.reasons.move);
    await call('POST /api/cases/{id}/exit', { id, version, endsOn: desk.today() });
    const stays = { id, version: 3, outcome: 'stays' as const };
    expect((await call('POST /api/cases/{id}/close', stays)).body.code).toBe(
      'retention.exit_stands',
    );
    await call('POST /api/cases/{id}/exit/withdraw', { id, version: 3 });
    expect((await call('GET /api/cases/{id}/exit', { id })).body.exit).toBeNull();
    const none = await call('POST /api/cases/{id}/exit/withdraw', { id, version: 4 });
    expect(none.body.code).toBe('retention.no_exit');
  });

  test('whose account is closed without a word leaves a case that says so', async () => {
    const subscriberId = await desk.add();
    const id = await addAccount(desk.world, subscriberId);
    const close = { id, words: 'Просил' };
    await desk.world.via(billingApi)('POST /api/accounts/{id}/close', close, desk.me.as);
    const { rows } = await desk.world.ctx.pool.query<{ id: number }>(
      'select id, source, outcome, spoken_at from retention_cases where subscriber_id = $1',
      [subscriberId],
    );
    const caseId = rows[0]?.id ?? 0;
    expect(rows).toEqual([{ id: caseId, source: 'closing', outcome: 'left', spoken_at: null }]);
    // Why is asked afterwards: the reason is not lost with the account.
    const why = { id: caseId, version: 2, reasonId: desk.reasons.price };
    expect((await call('PUT /api/cases/{id}/reason', why)).status).toBe(200);
    expect((await call('GET /api/cases/{id}', { id: caseId })).body.reason).not.toBeNull();
  });

  test('a number is asked for by another operator, and refused on a ground alone', async () => {
    const subscriberId = await desk.add();
    const dueAt = new Date(desk.world.clock.now().getTime() + 86_400_000).toISOString();
    const notice = { subscriberId, number: '79135550101', operator: 'Соседи', dueAt };
    const twiceAtOnce = await Promise.all([1, 2].map(() => call('POST /api/port-notices', notice)));
    expect(twiceAtOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const id = twiceAtOnce.find(({ status }) => status === 201)?.body.id ?? 0;
    const later = new Date(desk.world.clock.now().getTime() + 5 * 86_400_000).toISOString();
    const other = { ...notice, number: '79135550102', dueAt: later };
    expect((await call('POST /api/port-notices', other)).body.id).toBe(id);
    const versionOf = async () => (await call('GET /api/cases/{id}', { id })).body.version;
    const noticesOf = async () => (await call('GET /api/cases/{id}/exit', { id })).body.notices;
    const [second, first] = await noticesOf();
    const dueOf = async () =>
      (
        await desk.world.ctx.pool.query<{ at: Date | null }>(
          'select notice_due_at as at from retention_cases where id = $1',
          [id],
        )
      ).rows[0]?.at?.toISOString();
    expect(await dueOf()).toBe(dueAt);
    // Whoever leads is told of the one whose deadline is near, once.
    const told = async () =>
      (
        await desk.world.ctx.pool.query(
          `select entity_id from mentions
           where entity = 'cases' and staff_id = $1 and entity_id = $2 and seen_at is null`,
          [desk.me.staffId, id],
        )
      ).rowCount;
    await desk.world.tick('retention.late');
    expect(await told()).toBe(1);
    const mistake = { id, version: await versionOf(), outcome: 'mistake' as const };
    expect((await call('POST /api/cases/{id}/close', mistake)).body.code).toBe(
      'retention.notice_undecided',
    );
    const route = 'POST /api/cases/{id}/notices/{noticeId}' as const;
    const decide = { id, noticeId: first?.id ?? 0, decision: 'refused' as const };
    const bare = await call(route, { ...decide, version: await versionOf() });
    expect(bare.body.code).toBe('retention.ground_needed');
    const debt = { ...decide, ground: 'debt' as const };
    expect((await call(route, { ...debt, version: await versionOf() })).status).toBe(200);
    const twice = await call(route, { ...debt, version: await versionOf() });
    expect(twice.body.code).toBe('retention.no_notice');
    expect(await dueOf()).toBe(later);
    // Refused, it may be asked for anew; and the answer is owed also when the account is closed.
    expect((await call('POST /api/port-notices', notice)).status).toBe(201);
    const accept = { id, noticeId: second?.id ?? 0, decision: 'accepted' as const };
    expect((await call(route, { ...accept, version: await versionOf() })).status).toBe(200);
  });

  test('is of the accounts that are named, as of its last day, however late it is done', async () => {
    const { id, version, accountId, subscriberId } = await desk.begin(desk.reasons.move);
    const other = { number: `41-${subscriberId}`, contractNumber: `Д-41-${subscriberId}` };
    const kept = await addAccount(desk.world, subscriberId, other);
    // Two days before its term is over it costs; the day before, which is served whole, does not.
    const free = dayBefore(desk.today(), -2);
    await desk.world.ctx.pool.query(
      `with begun as (
         update subscriptions set started_on = $2::date - interval '12 months'
         where  account_id = $1 returning product_version_id)
       update product_versions v set leaving_fee_minor = 30000, least_months = 12
       from   begun b where v.id = b.product_version_id`,
      [accountId, free],
    );
    const feeOn = async (endsOn: string) => {
      const { body } = await call('GET /api/cases/{id}/exit', { id, endsOn });
      return body.accounts.find((account) => account.id === accountId)?.feeMinor;
    };
    expect(await feeOn(dayBefore(free, 2))).toBe(30_000);
    expect(await feeOn(dayBefore(free, 1))).toBe(0);
    const leave = { id, version, endsOn: dayBefore(free, 1), accountIds: [accountId] };
    const foreign = { ...leave, accountIds: [accountId, 999_999] };
    expect((await call('POST /api/cases/{id}/exit', foreign)).body.code).toBe(
      'retention.no_account',
    );
    expect((await call('POST /api/cases/{id}/exit', leave)).status).toBe(200);
    desk.world.clock.advance({ seconds: 5 * 86_400 });
    await desk.world.tick('retention.exits');
    const { body: after } = await call('GET /api/cases/{id}/exit', { id });
    expect(after.exit).toMatchObject({ feeMinor: 0, endsOn: dayBefore(free, 1) });
    const accounts = await desk.world.ctx.pool.query(
      'select id, state, closed_on::text from accounts where id = any($1) order by id',
      [[accountId, kept]],
    );
    expect(accounts.rows).toEqual([
      { id: accountId, state: 'closed', closed_on: free },
      { id: kept, state: 'active', closed_on: null },
    ]);
    expect((await call('GET /api/cases/{id}', { id })).body.leftOn).toBe(dayBefore(free, 1));
  });

  test('says what was really settled, also where the account was closed before its day', async () => {
    const { id, version, accountId } = await desk.begin(desk.reasons.move);
    await call('POST /api/cases/{id}/exit', { id, version, endsOn: desk.today() });
    await post(desk.world, accountId, {
      kind: 'charges',
      occurredOn: '2026-03-01',
      amountMinor: -12_300,
      counterpart: 'revenue',
    });
    const close = { id: accountId, words: 'Просил' };
    await desk.world.via(billingApi)('POST /api/accounts/{id}/close', close, desk.me.as);
    desk.world.clock.advance({ seconds: 86_400 });
    await desk.world.tick('retention.exits');
    const { body } = await call('GET /api/cases/{id}/exit', { id });
    expect(body.exit).toMatchObject({ balanceMinor: 0, finalMinor: -12_300 });
  });
});

describe('saved', () => {
  test('is who is still here after 30 and 90 days; who left meanwhile is not', async () => {
    const [stays, leaves] = [
      await desk.begin(desk.reasons.price),
      await desk.begin(desk.reasons.price),
    ];
    for (const { id, version } of [stays, leaves]) {
      await call('POST /api/cases/{id}/close', { id, version, outcome: 'stays' });
    }
    const from = desk.today();
    desk.world.clock.advance({ seconds: 20 * 86_400 });
    await desk.world.via(billingApi)(
      'POST /api/accounts/{id}/close',
      { id: leaves.accountId, words: 'Ушёл' },
      desk.me.as,
    );
    await desk.world.tick('retention.kept');
    const read = async (id: number) => (await call('GET /api/cases/{id}', { id })).body;
    expect(await read(stays.id)).toMatchObject({ isHereMonth: null, isHereQuarter: null });
    desk.world.clock.advance({ seconds: 11 * 86_400 });
    await desk.world.tick('retention.kept');
    expect(await read(stays.id)).toMatchObject({ isHereMonth: true, isHereQuarter: null });
    expect(await read(leaves.id)).toMatchObject({ isHereMonth: false });
    desk.world.clock.advance({ seconds: 60 * 86_400 });
    await desk.world.tick('retention.kept');
    expect(await read(stays.id)).toMatchObject({ isHereQuarter: true });
    const { body } = await call('GET /api/retention-figures', { from, to: from });
    // The one who left came again as a closing within 90 days: it counts once, and there.
    expect(body.total).toMatchObject({ stays: 1, savedMonth: 1, savedQuarter: 1 });
    const wrong = { from: '2020-01-01', to: '2026-01-01' };
    expect((await call('GET /api/retention-figures', wrong)).body.code).toBe(
      'retention.wrong_period',
    );
  });
});

describe('who says nothing', () => {
  test('becomes a case by a sign that is on, once, and is counted before', async () => {
    const subscriberId = await desk.add();
    const accountId = await addAccount(desk.world, subscriberId);
    const since = new Date(desk.world.clock.now().getTime() - 15 * 86_400_000);
    await desk.world.ctx.db
      .insertInto('shortfalls')
      .values({ accountId, sinceAt: since })
      .execute();
    const touched = async (days: number) => {
      const asked = { kind: 'stopped_paying' as const, days };
      return (await call('GET /api/leaving-signs/{kind}/preview', asked)).body.touched;
    };
    expect([await touched(10), await touched(20)]).toEqual([1, 0]);
    const casesOf = async () =>
      (
        await desk.world.ctx.pool.query<{ source: string }>(
          'select source from retention_cases where subscriber_id = $1',
          [subscriberId],
        )
      ).rows;
    await desk.world.tick('retention.signs');
    expect(await casesOf()).toEqual([]);
    const on = { kind: 'stopped_paying' as const, version: 1, isOn: true, days: 10 };
    await call('PUT /api/leaving-signs/{kind}', on);
    expect((await call('PUT /api/leaving-signs/{kind}', on)).body.code).toBe(
      'retention.changed_meanwhile',
    );
    await desk.world.tick('retention.signs');
    await desk.world.tick('retention.signs');
    expect(await casesOf()).toEqual([{ source: 'stopped_paying' }]);
    expect((await call('GET /api/leaving-signs')).body.signs[0]?.touched).toBe(0);
  });
});
