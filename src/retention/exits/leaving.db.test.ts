import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as billingApi } from '../../billing/api.ts';
import { addAccount, post } from '../../testing/accounts.ts';
import { readPdf } from '../../testing/pdf.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { api } from '../api.ts';

let made: SubscribersWorld;
let agent: SignedIn;
const reasons = { price: 0, move: 0 };

beforeAll(async () => {
  made = await createSubscribersWorld();
  agent = await signedIn(made.world, { permissions: ['retention.work', 'subscribers.view'] });
  const { body } = await call('GET /api/leaving-reasons');
  const under = (group: string): number => {
    const parent = body.reasons.find(({ name }) => name === group);
    return body.reasons.find(({ parentId }) => parentId === parent?.id)?.id ?? 0;
  };
  Object.assign(reasons, { price: under('Цена'), move: under('Переезд') });
});
afterAll(() => made.world.close());

const untyped = () => made.world.via(api);
const call = ((key, input, as = made.me.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;

/** Somebody with an account who wants to leave, and why. */
async function begin(reasonId: number) {
  const subscriberId = await made.add();
  const accountId = await addAccount(made.world, subscriberId);
  const { id } = (await call('POST /api/cases', { subscriberId })).body;
  await call('PUT /api/cases/{id}/reason', { id, version: 1, reasonId });
  return { subscriberId, accountId, id, version: 2 };
}
const offersOf = async (id: number) => (await call('GET /api/cases/{id}/offers', { id })).body;
const today = (): string => made.world.clock.now().toISOString().slice(0, 10);
const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
const discountsOf = async (id: number) =>
  (
    await made.world.via(billingApi)('GET /api/accounts/{id}/service', { id }, made.me.as)
  ).body.discounts.filter(({ toOn, fromOn }) => toOn === null || toOn >= fromOn);

describe('offers', () => {
  test('stand by what they are expected to bring, and by why somebody leaves', async () => {
    const { id } = await begin(reasons.price);
    const { silence, offers } = await offersOf(id);
    expect(silence).toBeNull();
    const worth = offers.map(({ expectedMinor }) => expectedMinor);
    expect(worth).toEqual(worth.toSorted((a, b) => b - a));
    // p 0.55, θ 0.3, u 0.9, V 18 fees, d a fifth of three fees, of 600 roubles each.
    const discount = offers.find(({ kind }) => kind === 'discount');
    const d = 36_000;
    expect(discount?.costMinor).toBe(d);
    const expected = 0.55 * 0.3 * 1_080_000 - d * (0.55 * 0.3 + 0.45 * 0.9);
    expect(discount?.expectedMinor).toBe(Math.round(expected));
    expect((await offersOf((await begin(reasons.move)).id)).silence).toBe('beyond');
    const { id: angry, version } = await begin(reasons.price);
    await call('PUT /api/cases/{id}/mood', { id: angry, version, isAngry: true });
    expect(await offersOf(angry)).toMatchObject({ silence: 'angry', offers: [] });
  });

  test('one that is taken is given once by whoever may only work on cases, and undone', async () => {
    const { id, version, accountId } = await begin(reasons.price);
    const offer = (await offersOf(id)).offers.find(({ kind }) => kind === 'discount');
    const take = { id, version, offerId: offer?.offerId ?? 0, answer: 'taken' as const };
    const route = 'POST /api/cases/{id}/offers/{offerId}' as const;
    const both = await Promise.all([call(route, take, agent.as), call(route, take, agent.as)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(await discountsOf(accountId)).toMatchObject([{ kind: 'percent', value: 2000 }]);
    const again = await call(route, { ...take, version: 3 }, agent.as);
    expect(again.body.code).toBe('retention.answered_already');
    const undo = { id, version: 3, offerId: take.offerId };
    await call('POST /api/cases/{id}/offers/{offerId}/undo', undo, agent.as);
    expect((await offersOf(id)).offers.find(({ kind }) => kind === 'discount')?.answer).toBeNull();
  });

  test('a repair opens a ticket; what is refused is remembered; a lone word may add none', async () => {
    const { id, version } = await begin(reasons.price);
    const repair = (await offersOf(id)).offers.find(({ kind }) => kind === 'repair');
    const answer = { id, version, offerId: repair?.offerId ?? 0, answer: 'taken' as const };
    expect((await call('POST /api/cases/{id}/offers/{offerId}', answer)).status).toBe(200);
    const { rows } = await made.world.ctx.pool.query<{ id: number }>(
      'select t.id from case_offers o join tickets t on t.id = o.result_id where o.case_id = $1',
      [id],
    );
    expect(rows).toHaveLength(1);
    const undo = { id, version: 3, offerId: answer.offerId };
    const undone = await call('POST /api/cases/{id}/offers/{offerId}/undo', undo);
    expect(undone.body.code).toBe('retention.undo_there');
  });

  test('are set up with a size, and named once', async () => {
    const offer = { name: 'Полцены', kind: 'discount' as const, saveRate: 0.4, takeUp: 0.9 };
    const bare = await call('POST /api/retention-offers', offer);
    expect(bare.body.code).toBe('retention.offer_without_value');
    const whole = { ...offer, value: 50, months: 2 };
    const { body } = await call('POST /api/retention-offers', whole);
    expect((await call('POST /api/retention-offers', whole)).body.code).toBe(
      'retention.name_taken',
    );
    const change = { ...whole, id: body.id, version: 1, isArchived: true };
    expect((await call('PUT /api/retention-offers/{id}', change)).status).toBe(200);
    const { body: all } = await call('GET /api/retention-offers');
    expect(all.offers.find(({ id }) => id === body.id)?.isArchived).toBe(true);
  });
});

describe('leaving', () => {
  test('is shown honestly, settled on its day, and confirmed on paper', async () => {
    const { id, version, accountId, subscriberId } = await begin(reasons.move);
    await post(made.world, accountId, {
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
    expect((await call('POST /api/cases/{id}/exit', accept, agent.as)).status).toBe(200);
    const twice = await call('POST /api/cases/{id}/exit', { ...accept, version: 3 }, agent.as);
    expect(twice.body.code).toBe('retention.exit_stands');
    const paper = 'GET /api/cases/{id}/exit/papers/{paper}' as const;
    const early = await call(paper, { id, paper: 'confirmation' });
    expect(early.body).toMatchObject({ code: 'retention.not_left_yet' });
    await made.world.tick('retention.exits');
    expect((await call('GET /api/cases/{id}', { id })).body.state).toBe('open');
    expect((await offersOf(id)).silence).toBe('leaving');
    made.world.clock.advance({ seconds: 3 * 86_400 });
    await made.world.tick('retention.exits');
    // The last day is served to its end.
    expect((await call('GET /api/cases/{id}', { id })).body.state).toBe('open');
    made.world.clock.advance({ seconds: 86_400 });
    await made.world.tick('retention.exits');
    await made.world.tick('retention.exits');
    const found = (await call('GET /api/cases/{id}', { id })).body;
    expect(found).toMatchObject({ state: 'closed', outcome: 'left', leftOn: endsOn });
    const { body: after } = await call('GET /api/cases/{id}/exit', { id });
    expect(after.exit).toMatchObject({ finalMinor: 50_000, feeMinor: 0 });
    const back = { id, equipmentId: after.equipment[0]?.id ?? 0, returnedOn: endsOn };
    const note = 'PUT /api/cases/{id}/exit/equipment/{equipmentId}' as const;
    expect((await call(note, back, agent.as)).status).toBe(200);
    const stranger = await signedIn(made.world, {
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
    const printed = await made.world.request({
      url: `/api/cases/${id}/exit/papers/confirmation`,
      headers: made.me.as,
    });
    expect(printed.statusCode).toBe(200);
    const text = (await readPdf(printed.rawPayload)).replaceAll(/\s+/g, ' ');
    expect(text).toContain('500,00');
    const { rows } = await made.world.ctx.pool.query(
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
    const { id, version } = await begin(reasons.move);
    await call('POST /api/cases/{id}/exit', { id, version, endsOn: today() });
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
    const subscriberId = await made.add();
    const id = await addAccount(made.world, subscriberId);
    const close = { id, words: 'Просил' };
    await made.world.via(billingApi)('POST /api/accounts/{id}/close', close, made.me.as);
    const { rows } = await made.world.ctx.pool.query(
      'select id, source, outcome, spoken_at from retention_cases where subscriber_id = $1',
      [subscriberId],
    );
    const caseId: number = rows[0].id;
    expect(rows).toEqual([{ id: caseId, source: 'closing', outcome: 'left', spoken_at: null }]);
    // Why is asked afterwards: the reason is not lost with the account.
    const why = { id: caseId, version: 2, reasonId: reasons.price };
    expect((await call('PUT /api/cases/{id}/reason', why)).status).toBe(200);
    expect((await call('GET /api/cases/{id}', { id: caseId })).body.reason).not.toBeNull();
  });

  test('a number is asked for by another operator, and refused on a ground alone', async () => {
    const subscriberId = await made.add();
    const dueAt = new Date(made.world.clock.now().getTime() + 86_400_000).toISOString();
    const notice = { subscriberId, number: '79135550101', operator: 'Соседи', dueAt };
    const twiceAtOnce = await Promise.all([1, 2].map(() => call('POST /api/port-notices', notice)));
    expect(twiceAtOnce.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const id = twiceAtOnce.find(({ status }) => status === 201)?.body.id ?? 0;
    const later = new Date(made.world.clock.now().getTime() + 5 * 86_400_000).toISOString();
    const other = { ...notice, number: '79135550102', dueAt: later };
    expect((await call('POST /api/port-notices', other)).body.id).toBe(id);
    const versionOf = async () => (await call('GET /api/cases/{id}', { id })).body.version;
    const noticesOf = async () => (await call('GET /api/cases/{id}/exit', { id })).body.notices;
    const [second, first] = await noticesOf();
    const dueOf = async () =>
      (
        await made.world.ctx.pool.query<{ at: Date | null }>(
          'select notice_due_at as at from retention_cases where id = $1',
          [id],
        )
      ).rows[0]?.at?.toISOString();
    expect(await dueOf()).toBe(dueAt);
    // Whoever leads is told of the one whose deadline is near, once.
    const told = async () =>
      (
        await made.world.ctx.pool.query(
          `select entity_id from mentions
           where entity = 'cases' and staff_id = $1 and entity_id = $2 and seen_at is null`,
          [made.me.staffId, id],
        )
      ).rowCount;
    await made.world.tick('retention.late');
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
    const { id, version, accountId, subscriberId } = await begin(reasons.move);
    const other = { number: `41-${subscriberId}`, contractNumber: `Д-41-${subscriberId}` };
    const kept = await addAccount(made.world, subscriberId, other);
    // Two days before its term is over it costs; the day before, which is served whole, does not.
    const free = dayBefore(today(), -2);
    await made.world.ctx.pool.query(
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
    made.world.clock.advance({ seconds: 5 * 86_400 });
    await made.world.tick('retention.exits');
    const { body: after } = await call('GET /api/cases/{id}/exit', { id });
    expect(after.exit).toMatchObject({ feeMinor: 0, endsOn: dayBefore(free, 1) });
    const accounts = await made.world.ctx.pool.query(
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
    const { id, version, accountId } = await begin(reasons.move);
    await call('POST /api/cases/{id}/exit', { id, version, endsOn: today() });
    await post(made.world, accountId, {
      kind: 'charges',
      occurredOn: '2026-03-01',
      amountMinor: -12_300,
      counterpart: 'revenue',
    });
    const close = { id: accountId, words: 'Просил' };
    await made.world.via(billingApi)('POST /api/accounts/{id}/close', close, made.me.as);
    made.world.clock.advance({ seconds: 86_400 });
    await made.world.tick('retention.exits');
    const { body } = await call('GET /api/cases/{id}/exit', { id });
    expect(body.exit).toMatchObject({ balanceMinor: 0, finalMinor: -12_300 });
  });
});

describe('saved', () => {
  test('is who is still here after 30 and 90 days; who left meanwhile is not', async () => {
    const [stays, leaves] = [await begin(reasons.price), await begin(reasons.price)];
    for (const { id, version } of [stays, leaves]) {
      await call('POST /api/cases/{id}/close', { id, version, outcome: 'stays' });
    }
    const from = today();
    made.world.clock.advance({ seconds: 20 * 86_400 });
    await made.world.via(billingApi)(
      'POST /api/accounts/{id}/close',
      { id: leaves.accountId, words: 'Ушёл' },
      made.me.as,
    );
    await made.world.tick('retention.kept');
    const read = async (id: number) => (await call('GET /api/cases/{id}', { id })).body;
    expect(await read(stays.id)).toMatchObject({ isHereMonth: null, isHereQuarter: null });
    made.world.clock.advance({ seconds: 11 * 86_400 });
    await made.world.tick('retention.kept');
    expect(await read(stays.id)).toMatchObject({ isHereMonth: true, isHereQuarter: null });
    expect(await read(leaves.id)).toMatchObject({ isHereMonth: false });
    made.world.clock.advance({ seconds: 60 * 86_400 });
    await made.world.tick('retention.kept');
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
    const subscriberId = await made.add();
    const accountId = await addAccount(made.world, subscriberId);
    const since = new Date(made.world.clock.now().getTime() - 15 * 86_400_000);
    await made.world.ctx.db
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
        await made.world.ctx.pool.query<{ source: string }>(
          'select source from retention_cases where subscriber_id = $1',
          [subscriberId],
        )
      ).rows;
    await made.world.tick('retention.signs');
    expect(await casesOf()).toEqual([]);
    const on = { kind: 'stopped_paying' as const, version: 1, isOn: true, days: 10 };
    await call('PUT /api/leaving-signs/{kind}', on);
    expect((await call('PUT /api/leaving-signs/{kind}', on)).body.code).toBe(
      'retention.changed_meanwhile',
    );
    await made.world.tick('retention.signs');
    await made.world.tick('retention.signs');
    expect(await casesOf()).toEqual([{ source: 'stopped_paying' }]);
    expect((await call('GET /api/leaving-signs')).body.signs[0]?.touched).toBe(0);
  });
});
