import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount, post } from '../../testing/accounts.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { api } from '../api.ts';
import { everyFact } from './known-facts.ts';
import { type Read, readPast, ticketDesk, twoTalks } from '../testing/past.ts';
import { leaversAmong } from './leavers-among.ts';
import { makeScorecard } from './scorecard.ts';
import { scoreRisk } from './score-risk.ts';
import { mayReplace, storeVersion } from './store-version.ts';

const moment = { at: new Date('2026-02-01T00:00:00Z'), on: '2026-02-01' };

let world: SubscribersWorld['world'];
let people: SubscribersWorld;
let boss: SignedIn;
let unlucky: number;
let calm: number;

beforeAll(async () => {
  people = await createSubscribersWorld();
  ({ world } = people);
  boss = await signedIn(world);
  unlucky = await person('2024-05-01');
  calm = await person('2021-05-01');
  await happen(unlucky, '2026-01-20');
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;

async function person(since: string): Promise<number> {
  const id = await people.add({ customerSince: since });
  const accountId = await addAccount(world, id);
  for (const month of ['2025-11-01', '2025-12-01', '2026-01-01']) {
    const fee = { kind: 'charges', occurredOn: month, counterpart: 'revenue' } as const;
    await post(world, accountId, { ...fee, amountMinor: -60_000 });
    const paid = { kind: 'payment', occurredOn: month, counterpart: 'cash' } as const;
    await post(world, accountId, { ...paid, amountMinor: 60_000 });
  }
  return id;
}

/** Everything that may befall a subscriber, on one day. */
async function happen(id: number, on: string): Promise<void> {
  const of = async (text: string, ...more: unknown[]): Promise<{ id: number }[]> =>
    (await world.ctx.pool.query<{ id: number }>(text, [id, on, ...more])).rows;
  const accounts = await of(
    'select id, $2::date from accounts where subscriber_id = $1 order by id limit 1',
  );
  const accountId = accounts[0]?.id ?? 0;
  const day = `${on}T12:00:00Z`;
  await of(
    `insert into needs (subscriber_id, kind, text, noted_at, fresh_until, confirmed_at)
     values ($1, 'bad_experience', 'Не дождался', $2::date, '2027-01-01', $2::date)`,
  );
  await of(
    `insert into tickets (subscriber_id, subject, state, opened_at, created_at, updated_at,
       category_id)
     select $1, 'Нет связи', 'ours', $2::date, $2::date, $2::date, min(id)
     from   ticket_categories`,
  );
  await of(
    `insert into conversations (channel, subscriber_id, opened_at, norm_seconds, calendar_id,
       touch_due_at, next_due_at, touched_at, touch_seconds)
     select 'site_form', $1, $2::date, 600, min(id), $2::date, $2::date, $2::date + 1, 5400
     from   calendars`,
  );
  await world.ctx.pool.query(
    `insert into service_breaks (account_id, kind, reason, began_at, ended_at)
     values ($1, 'suspended', 'debt', $2, $2::timestamptz + interval '1 day')`,
    [accountId, day],
  );
  await world.ctx.pool.query(
    `insert into usage_records (account_id, meter, units, began_at, ended_at, source, key,
       received_at)
     values ($1, 'bytes', 5000000000, $2, $2::timestamptz + interval '1 hour', 'test', $2, $2)`,
    [accountId, day],
  );
  const payment = { kind: 'payment', occurredOn: on, counterpart: 'cash' } as const;
  await post(world, accountId, { ...payment, amountMinor: 11_100 });
}

const read = (): Promise<Read> => readPast(world, moment);

function factOf({ ids, columns }: Read, id: number, key: string): number {
  const at = everyFact().findIndex((fact) => fact.key === key);
  return columns[at]?.[ids.indexOf(id)] ?? Number.NaN;
}

test('facts are what had happened by then', async () => {
  const found = await read();
  const of = (key: string) => factOf(found, unlucky, key);
  expect([...found.ids]).toEqual([unlucky, calm]);
  expect(of('ticketsInQuarter')).toBe(1);
  expect(of('openTicketDays')).toBe(12);
  expect(of('longestWaitMinutes')).toBe(90);
  expect(of('lateAnswers')).toBe(1);
  expect(of('suspensionsInHalfYear')).toBe(1);
  expect(of('badExperiences')).toBe(1);
  expect(of('usedGbMonthly')).toBe(5);
  expect(of('monthlyCharge')).toBe(60_000);
  expect(of('paymentsInQuarter')).toBe(4);
  expect(factOf(found, calm, 'ticketsInQuarter')).toBe(0);
  expect(factOf(found, calm, 'tenureMonths')).toBeCloseTo(57, 0);
});

test('nothing that comes after a moment changes what was known at it', async () => {
  const before = await read();
  await happen(unlucky, '2026-02-10');
  await happen(unlucky, '2026-02-01');
  const after = await read();
  expect(after.columns).toEqual(before.columns);
  expect(after.ids).toEqual(before.ids);
});

test('who left and came back had left: their months away are none of staying', async () => {
  const id = await person('2022-05-01');
  const [account] = (
    await world.ctx.pool.query<{ id: number }>(
      `update accounts set created_at = '2022-05-01', state = 'closed', closed_on = '2026-02-11'
       where subscriber_id = $1 returning id`,
      [id],
    )
  ).rows;
  await world.ctx.pool.query(
    `insert into retention_cases (subscriber_id, source, state, outcome, left_on, norm_seconds,
       calendar_id, due_at, opened_at, closed_at)
     select $1, 'closing', 'closed', 'left', '2026-02-10', 60, min(id), '2026-02-10', '2026-02-10',
            '2026-02-10' from calendars`,
    [id],
  );
  const at = (on: string) => readPast(world, { at: new Date(on), on });
  const before = await at('2026-02-01');
  expect(before.leftAfter[before.ids.indexOf(id)]).toBe(9);
  expect((await at('2026-02-20')).ids).not.toContain(id);
  // They have another account now, and are with us again.
  await world.ctx.pool.query(
    `update accounts set state = 'active', closed_on = null, created_at = '2026-02-25'
     where id = $1`,
    [account?.id],
  );
  const [away, back] = [await at('2026-02-20'), await at('2026-03-01')];
  expect(away.ids).not.toContain(id);
  expect(back.ids).toContain(id);
  await world.ctx.pool.query(`update subscribers set status = 'prospect' where id = $1`, [id]);
});

test('while nothing was learnt rules say who may leave, and say that they are rules', async () => {
  await scoreRisk.run(world.ctx, {});
  const columns = ['name', 'chance90', 'reasons', 'reasonGroup', 'valueMinor'];
  const sort = { field: 'chance90', direction: 'desc' } as const;
  const { rows } = (await call('POST /api/risks/list', { columns, sort })).body;
  expect(rows.map(({ id }) => id)).toEqual([unlucky, calm]);
  expect(rows[0]?.cells).toMatchObject({
    reasonGroup: 'service',
    valueMinor: { currency: 'RUB' },
  });
  expect(rows[0]?.cells['reasons']).toMatch(/^за три месяца 3 тикета/);
  const { versions } = (await call('GET /api/risk-model')).body;
  expect(versions).toMatchObject([{ kind: 'scorecard', quality: null, isInForce: true }]);
});

test('a plan spends what it may, no worse than lists by risk or value', async () => {
  const ask = async (budgetMinor: number, slots: number) =>
    (await call('GET /api/care-plan', { budgetMinor, slots, contactMinor: 100 })).body;
  const { plan, beside } = await ask(1_000_000, 5);
  expect(plan.slots).toBeLessThanOrEqual(5);
  expect(plan.costMinor).toBeLessThanOrEqual(1_000_000);
  for (const list of beside) expect(plan.gainMinor).toBeGreaterThanOrEqual(list.gainMinor);
  expect((await ask(0, 0)).plan.people).toBe(0);
});

test('a card tells it to whoever may see risks, and nobody else', async () => {
  const card = (as: SignedIn['as']) =>
    people.call('GET /api/subscribers/{id}', { id: unlucky }, as);
  const told = (await card(boss.as)).body.parts['risk'] as { reasons: string[] };
  expect(told).toMatchObject({ isByRules: true, currency: 'RUB' });
  expect(told.reasons[0]).toBe('за три месяца 3 тикета');
  const agent = await signedIn(world, { permissions: ['subscribers.view'] });
  expect((await card(agent.as)).body.parts['risk'] ?? null).toBeNull();
  expect((await call('POST /api/risks/list', { columns: ['name'] }, agent.as)).status).toBe(403);
  expect((await call('POST /api/risk-trainings', {}, agent.as)).status).toBe(403);
});

test('a card and the list of subscribers tell it only of whom the reach over risks has', async () => {
  const reach = { 'subscribers.view': 'all', 'retention.risk': 'own' } as const;
  const agent = await signedIn(world, { permissions: reach });
  await world.ctx.db
    .updateTable('subscribers')
    .set({ ownerStaffId: agent.staffId })
    .where('id', '=', calm)
    .execute();
  const listed = { columns: ['leaveChance', 'leaveValue'] };
  const { rows } = (await people.call('POST /api/subscribers/list', listed, agent.as)).body;
  const chanceOf = (id: number) => rows.find((row) => row.id === id)?.cells['leaveChance'] ?? null;
  expect(chanceOf(calm)).not.toBeNull();
  expect(chanceOf(unlucky)).toBeNull();
  const likely = { field: 'leaveChance', op: 'not_empty' } as const;
  const found = await people.call('POST /api/subscribers/count', { filter: likely }, agent.as);
  expect(found.body.count).toBe(1);
  const part = async (id: number) =>
    (await people.call('GET /api/subscribers/{id}', { id }, agent.as)).body.parts['risk'] ?? null;
  expect(await part(calm)).not.toBeNull();
  expect(await part(unlucky)).toBeNull();
});

test('whoever supervises a new installation works on cases, and reads and sets up all of it', async () => {
  const { rows } = await world.ctx.pool.query<{ permissions: Record<string, string> }>(
    `select permissions from roles where code = 'supervisor'`,
  );
  const all = ['work', 'export', 'manage', 'figures', 'risk', 'risk_export', 'model'];
  for (const one of all) expect(rows[0]?.permissions[`retention.${one}`]).toBe('all');
});

test('learning is asked for once, is broken off, and says when there is too little to learn', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => call('POST /api/risk-trainings')));
  expect(asked.filter(({ status }) => status === 409)).toHaveLength(2);
  const id = asked.find(({ status }) => status === 200)?.body.id ?? 0;
  expect((await call('POST /api/risk-trainings/{id}/cancel', { id })).status).toBe(200);
  const again = await call('POST /api/risk-trainings/{id}/cancel', { id });
  expect(again.body.code).toBe('retention.training_over');
  await world.runJobs();
  const training = async () => (await call('GET /api/risk-model')).body.training;
  expect(await training()).toMatchObject({ id, state: 'cancelled' });
  await call('POST /api/risk-trainings');
  await world.runJobs();
  expect(await training()).toMatchObject({ state: 'failed', trouble: 'too_little_history' });
});

test('learning that a worker left behind is ended by the next, and asked for anew', async () => {
  const { body } = await call('POST /api/risk-trainings');
  // Taken up by a worker that went down; then somebody breaks it off.
  await world.ctx.pool.query(`update risk_trainings set state = 'running' where id = $1`, [
    body.id,
  ]);
  await call('POST /api/risk-trainings/{id}/cancel', { id: body.id });
  expect((await call('POST /api/risk-trainings')).status).toBe(409);
  await world.runJobs();
  expect((await call('GET /api/risk-model')).body.training).toMatchObject({ state: 'cancelled' });
  const again = await call('POST /api/risk-trainings');
  expect(again.status).toBe(200);
  await world.runJobs();
});

test('a scoring that began earlier writes nothing over a later one', async () => {
  const scoredAt = async () => {
    const { rows } = await world.ctx.pool.query<{ id: number; at: Date }>(
      'select id, scored_at as at from risk_scores order by id',
    );
    return rows.map(({ id, at }) => [id, at.toISOString()]);
  };
  await scoreRisk.run(world.ctx, {});
  const later = await scoredAt();
  world.clock.advance({ seconds: -60 });
  await scoreRisk.run(world.ctx, {});
  expect(await scoredAt()).toEqual(later);
  world.clock.advance({ seconds: 60 });
});

test('of accounts it tells how many leave as they stand, and what they pay', async () => {
  const among = (id: number) =>
    leaversAmong(
      world.ctx,
      world.ctx.db
        .selectFrom('accounts')
        .select((e) => ['id as accountId', e.lit(60_000).as('monthlyMinor')])
        .where('subscriberId', '=', id),
    );
  const { rows } = await world.ctx.pool.query<{ chance: number }>(
    'select chance_90::float8 as chance from risk_scores where id = $1',
    [unlucky],
  );
  const chance = rows[0]?.chance ?? 0;
  expect(await among(unlucky)).toEqual({
    expected: Math.round(chance),
    monthlyMinor: Math.round(chance * 60_000),
  });
  expect(await among(0)).toBeNull();
});

test('how it is counted is the operator’s, and nobody undoes another’s change', async () => {
  const settings = (await call('GET /api/risk-settings')).body;
  const put = (more: object) => call('PUT /api/risk-settings', { ...settings, ...more });
  expect((await put({ valueMonths: 2 })).status).toBe(422);
  const both = await Promise.all([put({ marginPercent: 55 }), put({ marginPercent: 55 })]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await call('GET /api/risk-settings')).body).toMatchObject({ marginPercent: 55 });
});

test('whoever left has no risk any more', async () => {
  await world.ctx.pool.query(`update subscribers set left_on = '2026-03-01' where id = $1`, [calm]);
  world.clock.advance({ seconds: 60 });
  await scoreRisk.run(world.ctx, {});
  const { rows } = (await call('POST /api/risks/list', { columns: ['name'] })).body;
  expect(rows.map(({ id }) => id)).toEqual([unlucky]);
});

test('another version is put in force with a reason, and the one before it again', async () => {
  const body = makeScorecard(everyFact(), 0.5);
  const id = await storeVersion(world.ctx, { body, quality: {} });
  const former = (await call('GET /api/risk-model')).body.versions.at(-1)?.id ?? 0;
  const activate = (input: { id: number; reason: string }) =>
    call('POST /api/risk-versions/{id}/activate', input);
  expect((await activate({ id, reason: ' ' })).status).toBe(422);
  expect((await activate({ id, reason: 'Проверяем' })).status).toBe(200);
  expect((await activate({ id, reason: 'Ещё раз' })).body.code).toBe('retention.in_force');
  expect((await activate({ id: 99_999, reason: 'Нет' })).status).toBe(404);
  const chance = async () => {
    await world.runJobs();
    const { rows } = (await call('POST /api/risks/list', { columns: ['chance30'] })).body;
    return Number(rows[0]?.cells['chance30']);
  };
  expect(await chance()).toBeGreaterThan(0.4);
  // What could not be measured is no better; who went back is not pushed forth again.
  const may = (difference: number | null, auc: number | null = 0.7, standingId = id) => {
    const gain = difference === null ? null : { difference, error: 0.01 };
    return mayReplace(world.ctx, { standingId, auc, gain });
  };
  expect([await may(0.1, null), await may(null), await may(0)]).toEqual([false, false, true]);
  expect([await may(-0.005), await may(-0.02)]).toEqual([true, false]);
  expect(await may(0.1, 0.7, former)).toBe(false);
  await activate({ id: former, reason: 'Хуже прежней' });
  expect(await chance()).toBeLessThan(0.4);
  expect(await may(0.1, 0.7, former)).toBe(false);
  const { versions } = (await call('GET /api/risk-model')).body;
  expect(versions.map((one) => [one.id, one.isInForce, one.reason])).toEqual([
    [id, false, 'Проверяем'],
    [former, true, 'Хуже прежней'],
  ]);
});

test('what is opened again, merged or parted later tells the past nothing of it', async () => {
  const owner = await person('2023-01-01');
  const { ask, open, change } = ticketDesk(world, boss, owner);
  const [first, second, third] = [await open(), await open(), await open()];
  const talks = await twoTalks(world, boss, owner);
  world.clock.advance({ seconds: 9 * 86_400 });
  await change(first, { state: 'done' });
  await change(second, { state: 'done' });
  await ask('POST /api/tickets/{id}/merge', { id: second, fromId: third });
  const moments: { at: Date; on: string }[] = [];
  const known: Read[] = [];
  /** What was known so far stands, and what is known now is known from now on. */
  const stands = async (did: string) => {
    for (const [at, past] of moments.entries()) {
      expect((await readPast(world, past)).columns, `${did}, of ${at}`).toEqual(known[at]?.columns);
    }
    world.clock.advance({ seconds: 3600 });
    const at = world.clock.now();
    const now = { at, on: at.toISOString().slice(0, 10) };
    moments.push(now);
    known.push(await readPast(world, now));
    world.clock.advance({ seconds: 3600 });
  };
  await stands('closed, late');
  await change(first, { state: 'ours' });
  await talks.merge();
  await stands('opened again');
  await change(first, { state: 'done' });
  await talks.part();
  await ask('POST /api/tickets/{id}/unmerge', { id: third });
  await stands('closed again, and parted');
  await ask('POST /api/tickets/{id}/merge', { id: first, fromId: second });
  await stands('merged');
  await change(first, { state: 'theirs' });
  await stands('opened once more');
  const of = (key: string) => known.map((past) => factOf(past, owner, key));
  expect(of('ticketsInQuarter')).toEqual([2, 2, 3, 2, 2]);
  expect(of('contactsInQuarter')).toEqual([2, 1, 2, 2, 2]);
  expect(of('lateTickets')).toEqual([2, 1, 2, 1, 0]);
});
