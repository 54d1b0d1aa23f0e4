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
    const shown = async () => (await call('GET /api/cases/{id}', { id })).body;
    expect(await shown()).toMatchObject({ leavesOn: null, past: { paidYearMinor: 50_000 } });
    const listed = async (standing: string) => {
      const filter = { field: 'standing', op: 'in' as const, value: [standing] };
      const { body } = await call('POST /api/cases/list', { columns: ['leavesOn'], filter });
      return body.rows.find((row) => row.id === id)?.cells;
    };
    for (const endsOn of ['2020-01-01', '2030-01-01']) {
      const wrong = await call('POST /api/cases/{id}/exit', { id, version, endsOn });
      expect(wrong.body.code).toBe('retention.wrong_end');
    }
    const endsOn = new Date(Date.parse(view.today) + 3 * 86_400_000).toISOString().slice(0, 10);
    const accept = { id, version, endsOn, equipment: [{ name: 'Роутер', serial: 'A-1' }] };
    expect((await call('POST /api/cases/{id}/exit', accept, desk.agent.as)).status).toBe(200);
    const twice = await call('POST /api/cases/{id}/exit', { ...accept, version: 3 }, desk.agent.as);
    expect(twice.body.code).toBe('retention.exit_stands');
    const paper = 'GET /api/cases/{id}/exit/papers/{paper}' as const;
    const early = await call(paper, { id, paper: 'confirmation' });
    expect(early.body).toMatchObject({ code: 'retention.not_left_yet' });
    await desk.world.tick('retention.exits');
    expect(await shown()).toMatchObject({ state: 'open', leavesOn: endsOn });
    expect(await listed('leaving')).toEqual({ leavesOn: endsOn });
    expect((await desk.offersOf(id)).silence).toBe('leaving');
    desk.world.clock.advance({ seconds: 3 * 86_400 });
    await desk.world.tick('retention.exits');
    // The last day is served to its end.
    expect((await call('GET /api/cases/{id}', { id })).body.state).toBe('open');
    desk.world.clock.advance({ seconds: 86_400 });
    await desk.world.tick('retention.exits');
    await desk.world.tick('retention.exits');
    expect(await shown()).toMatchObject({ state: 'closed', leftOn: endsOn, leavesOn: null });
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
    const accountId = await addAccount(desk.world, subscriberId);
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
    const owesNothing = await call(route, { ...debt, version: await versionOf() });
    expect(owesNothing.body.code).toBe('retention.no_debt');
    await post(desk.world, accountId, {
      kind: 'charges',
      occurredOn: '2026-03-01',
      amountMinor: -100,
      counterpart: 'revenue',
    });
    expect((await call(route, { ...debt, version: await versionOf() })).status).toBe(200);
    const twice = await call(route, { ...debt, version: await versionOf() });
    expect(twice.body.code).toBe('retention.no_notice');
    expect(await dueOf()).toBe(later);
    // Refused, it may be asked for anew; and the answer is owed also when the account is closed.
    expect((await call('POST /api/port-notices', notice)).status).toBe(201);
    const accept = { id, noticeId: second?.id ?? 0, decision: 'accepted' as const };
    expect((await call(route, { ...accept, version: await versionOf() })).status).toBe(200);
    expect((await call('GET /api/cases/{id}/exit', { id })).body.exit).toMatchObject({
      accounts: [{ id: accountId, endsOn: later.slice(0, 10) }],
    });
  });

  test('a number that is let go takes its account along, and the rest stays', async () => {
    const { id, accountId, subscriberId } = await desk.begin(desk.reasons.move);
    const kept = await addAccount(desk.world, subscriberId, {
      number: `42-${subscriberId}`,
      contractNumber: `Д-42-${subscriberId}`,
    });
    const [one, two] = ['79135550201', '79135550202'];
    const at = (days: number) =>
      new Date(desk.world.clock.now().getTime() + days * 86_400_000).toISOString();
    for (const number of [one, two]) {
      const notice = { subscriberId, number, operator: 'Соседи', dueAt: at(3) };
      await call('POST /api/port-notices', notice);
    }
    const versionOf = async () => (await call('GET /api/cases/{id}', { id })).body.version;
    const viewOf = async () => (await call('GET /api/cases/{id}/exit', { id })).body;
    const [second, first] = (await viewOf()).notices;
    const route = 'POST /api/cases/{id}/notices/{noticeId}' as const;
    const accept = async (noticeId: number | undefined, more: object) =>
      call(route, {
        id,
        version: await versionOf(),
        noticeId: noticeId ?? 0,
        decision: 'accepted',
        ...more,
      });
    expect((await accept(first?.id, {})).body.code).toBe('retention.account_needed');
    expect((await accept(first?.id, { accountId: 999_999 })).body.code).toBe(
      'retention.no_account',
    );
    // The other number stands on an account that goes on; nobody stays who gave it away.
    expect((await accept(second?.id, { accountId: null })).status).toBe(200);
    await call('POST /api/cases/{id}/spoken', { id, version: await versionOf() });
    const close = async (outcome: 'stays' | 'left_part') =>
      (await call('POST /api/cases/{id}/close', { id, version: await versionOf(), outcome })).body;
    expect((await close('stays')).code).toBe('retention.notice_undecided');
    const endsOn = dayBefore(desk.today(), -1);
    expect((await accept(first?.id, { accountId, endsOn })).status).toBe(200);
    expect((await close('stays')).code).toBe('retention.exit_stands');
    expect((await viewOf()).exit).toMatchObject({ accounts: [{ id: accountId, endsOn }] });
    // Called off, the account goes on; asked anew and late, it ends, and that it was late is kept.
    await call('POST /api/cases/{id}/exit/withdraw', { id, version: await versionOf() });
    expect((await viewOf()).notices[1]?.calledOffAt).not.toBeNull();
    expect((await close('stays')).code).toBe('retention.number_gone');
    const anew = { subscriberId, number: one, operator: 'Соседи', dueAt: at(1) };
    await call('POST /api/port-notices', anew);
    const [asked] = (await viewOf()).notices;
    desk.world.clock.advance({ seconds: 2 * 86_400 });
    expect((await accept(asked?.id, { accountId })).status).toBe(200);
    const { history } = (await call('GET /api/cases/{id}', { id })).body;
    expect(history.at(-1)?.facts).toMatchObject({ isLate: true, accountId });
    desk.world.clock.advance({ seconds: 86_400 });
    await desk.world.tick('retention.exits');
    // Who still has an account has not left: neither lost nor saved.
    const found = (await call('GET /api/cases/{id}', { id })).body;
    expect(found).toMatchObject({ state: 'closed', outcome: 'left_part', leftOn: null });
    const states = await desk.world.ctx.pool.query(
      'select id, state from accounts where id = any($1) order by id',
      [[accountId, kept]],
    );
    expect(states.rows.map(({ state }) => state as string)).toEqual(['closed', 'active']);
    const again = await call('POST /api/cases/{id}/reopen', { id, version: found.version });
    expect(again.body.code).toBe('retention.left_in_part');
  });

  test('what cannot be settled says why, is told once, and bars nobody else', async () => {
    const [stuck, free] = [
      await desk.begin(desk.reasons.move),
      await desk.begin(desk.reasons.move),
    ];
    for (const { id, version } of [stuck, free]) {
      await call('POST /api/cases/{id}/exit', { id, version, endsOn: desk.today() });
    }
    const { pool } = desk.world.ctx;
    // A day of charges that breaks: what is to be settled can be told by nobody.
    await pool.query(
      `create function refuse_it() returns trigger language plpgsql as
         $$ begin raise exception 'broken'; end $$`,
    );
    await pool.query(
      `create trigger refuse_it before update on accounts for each row
       when (old.id = ${stuck.accountId}) execute function refuse_it()`,
    );
    desk.world.clock.advance({ seconds: 86_400 });
    await desk.world.tick('retention.exits');
    await desk.world.tick('retention.exits');
    const exitOf = async (id: number) => (await call('GET /api/cases/{id}/exit', { id })).body.exit;
    expect((await exitOf(stuck.id))?.failure).toContain('Подробности');
    expect((await exitOf(free.id))?.closedAt).not.toBeNull();
    const told = async () =>
      (
        await pool.query(
          `select from events where type = 'retention.exit_stuck' and subject_id = $1`,
          [stuck.id],
        )
      ).rowCount;
    expect(await told()).toBe(1);
    await pool.query('drop trigger refuse_it on accounts');
    await desk.world.tick('retention.exits');
    expect((await exitOf(stuck.id))?.closedAt).toBeNull();
    desk.world.clock.advance({ seconds: 3600 });
    await desk.world.tick('retention.exits');
    expect(await exitOf(stuck.id)).toMatchObject({ failure: null });
    expect((await call('GET /api/cases/{id}', { id: stuck.id })).body.outcome).toBe('left');
    expect(await told()).toBe(1);
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
    // The other account goes on: they have not left.
    expect((await call('GET /api/cases/{id}', { id })).body).toMatchObject({
      outcome: 'left_part',
      leftOn: null,
    });
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
      const said = { id, version, outcome: 'stays' as const };
      // Nobody is saved who was not spoken with.
      expect((await call('POST /api/cases/{id}/close', said)).body.code).toBe(
        'retention.not_spoken',
      );
      await call('POST /api/cases/{id}/spoken', { id, version });
      await call('POST /api/cases/{id}/close', { ...said, version: version + 1 });
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
