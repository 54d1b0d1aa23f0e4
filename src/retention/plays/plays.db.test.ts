import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as salesApi } from '../../sales/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { openPlayDesk, type PlayDesk } from '../testing/play-desk.ts';

let desk: PlayDesk;
let made: PlayDesk['made'];
let agent: PlayDesk['agent'];
beforeAll(async () => {
  desk = await openPlayDesk();
  ({ made, agent } = desk);
});
afterAll(() => made.world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as PlayDesk['call'];
const hours = (count: number): void => desk.hours(count);
const addPlay = (more?: object) => desk.addPlay(more);
const switchOn = (play: { id: number; version: number }) => desk.switchOn(play);
const silence = () => desk.silence();
const person = (playId?: number, isHeld?: boolean) => desk.person(playId, isHeld);
const complain = (id: number, lasted?: number) => desk.complain(id, lasted);
const run = () => desk.run();
const tasks = (as?: SignedIn['as']) => desk.tasks(as);
const taskOf = (id: number) => desk.taskOf(id);
const agree = (id: number) => desk.agree(id);
const finish = (id: number, version: number, outcome: string, more?: object) =>
  desk.finish(id, version, outcome, more);

describe('a play', () => {
  test('is tried on history before it is switched on, and acts from then on, once', async () => {
    await silence();
    const play = await addPlay();
    const [before, after] = [await person(play.id), await person(play.id)];
    await complain(before);
    hours(24);
    const early = await call('POST /api/plays/{id}/switch', { ...play, isOn: true });
    expect(early.body).toMatchObject({ code: 'retention.play_untried' });
    const { body: tried } = await call('POST /api/plays/{id}/try', { id: play.id });
    expect(tried).toMatchObject({ moments: 1, contacts: 1, people: 1, costMinor: 5000 });
    expect(tried.rows).toMatchObject([{ subscriberId: before, on: '2026-07-06' }]);
    expect(tried.months).toEqual([{ month: '2026-07', contacts: 1, costMinor: 5000 }]);
    const stranger = await signedIn(made.world, { permissions: { 'retention.plays': 'own' } });
    const blind = await call('POST /api/plays/{id}/try', { id: play.id }, stranger.as);
    expect(blind.body).toMatchObject({ contacts: 1, rows: [] });
    await switchOn(play);
    await run();
    expect(await taskOf(before)).toBeNull();
    await complain(after);
    await complain(await person(play.id), 3);
    await Promise.all([run(), run()]);
    await run();
    expect(await tasks()).toMatchObject([
      { kind: 'play', title: 'Мера 1', tries: 0, isMine: false },
    ]);
    expect(await taskOf(after)).not.toBeNull();
    const changed = { ...play, name: 'Мера 1', signal: 'complaint_closed', bound: 24 } as const;
    const rest = { reason: 'service', action: 'call', cooldownDays: 1 } as const;
    expect((await call('PUT /api/plays/{id}', { ...changed, ...rest })).status).toBe(200);
    const [shown] = (await call('GET /api/plays')).body.plays.filter(({ id }) => id === play.id);
    expect(shown).toMatchObject({ isOn: false, isTried: false, open: 1 });
  });

  test('does live what it told of itself on history', async () => {
    await silence();
    const play = await addPlay({ cooldownDays: 5 });
    await switchOn(play);
    // Of whom chance withholds it a trial tells of nobody: as many, but others.
    const told = async (): Promise<number> => {
      const { body } = await call('POST /api/plays/{id}/try', { id: play.id });
      return body.contacts + (body.stops.find(({ stop }) => stop === 'held')?.count ?? 0);
    };
    const before = await told();
    const people = [await person(play.id), await person(play.id), await person(play.id, true)];
    for (let day = 0; day < 9; day += 1) {
      for (const [at, id] of people.entries()) if ((day + at) % 3 === 0) await complain(id);
      await run();
      hours(24);
    }
    const { rows } = await sql<{ state: string; count: number }>`
      select state, count(*) from play_tasks where play_id = ${play.id}
      group by state order by state`.execute(made.world.ctx.db);
    expect(rows).toEqual([
      { state: 'held', count: 2 },
      { state: 'open', count: 4 },
    ]);
    expect((await told()) - before).toBe(6);
  });

  test('leaves in peace whom it should', async () => {
    await silence();
    const play = await addPlay();
    await switchOn(play);
    const everybody = {
      free: await person(play.id),
      leaving: await person(play.id),
      refused: await person(play.id),
      gone: await person(play.id),
    };
    await call('POST /api/cases', { subscriberId: everybody.leaving });
    const service = { channel: 'any', purpose: 'service', isGranted: false, source: 'Звонок' };
    const refused = { id: everybody.refused, ...service } as never;
    await made.world.via(subscribersApi)(
      'POST /api/subscribers/{id}/consents',
      refused,
      made.me.as,
    );
    await sql`update subscribers set status = 'left', left_on = '2026-01-01'
      where id = ${everybody.gone}`.execute(made.world.ctx.db);
    for (const id of Object.values(everybody)) await complain(id);
    await run();
    const found = await Promise.all(Object.values(everybody).map(taskOf));
    expect(found.map((id) => id !== null)).toEqual([true, false, false, false]);
    const { body } = await call('POST /api/plays/{id}/try', { id: play.id });
    const stops = new Map(body.stops.map(({ stop, count }) => [stop, count]));
    expect([stops.get('case'), stops.get('no_consent'), stops.get('gone')]).toEqual([1, 1, 1]);
    await call('POST /api/cases', { subscriberId: everybody.free });
    await run();
    expect(await taskOf(everybody.free)).toBeNull();
  });

  test('reaches each once where a worker dies in the midst of it and another goes on', async () => {
    await silence();
    const play = await addPlay();
    await switchOn(play);
    const people = [await person(play.id), await person(play.id)];
    for (const id of people) await complain(id);
    made.world.clock.advance({ seconds: 60 });
    const { pool } = made.world.ctx;
    const held = await pool.connect();
    await held.query('begin; lock table events in share row exclusive mode');
    const workers = [1, 2].map(() => made.world.tick('retention.plays'));
    // One has written and stands before telling of it, the other waits for what that one holds.
    await untilWaiting(made.world, 2);
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where  datname = current_database() and wait_event = 'relation'`,
    );
    held.release(true);
    const ends = await Promise.allSettled(workers);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { rows } = await pool.query(
      `select subscriber_id as "subscriberId", count(*)::int as contacts from play_tasks
       where  play_id = $1 group by subscriber_id order by subscriber_id`,
      [play.id],
    );
    expect(rows).toEqual(people.map((id) => ({ subscriberId: id, contacts: 1 })));
  });

  test('offers what goes with its reason, and nothing to who has left', async () => {
    const { offers } = (await call('GET /api/retention-offers')).body;
    const idOf = (kind: string) => offers.find((one) => one.kind === kind)?.id ?? 0;
    const play = { name: 'Не то', signal: 'outage', bound: 4, action: 'offer' } as const;
    const add = (more: object) => call('POST /api/plays', { ...play, ...more } as never);
    const wrong = await add({ reason: 'quality', offerId: idOf('discount') });
    expect(wrong.body).toMatchObject({ code: 'retention.offer_beside_reason' });
    const gone = await add({ reason: 'price', signal: 'left', offerId: idOf('discount') });
    expect(gone.body).toMatchObject({ code: 'retention.offer_beside_reason' });
    const none = await add({ reason: 'quality' });
    expect(none.body).toMatchObject({ code: 'retention.offer_needed' });
    const whom = await add({ reason: 'quality', signal: 'segment', offerId: idOf('repair') });
    expect(whom.body).toMatchObject({ code: 'retention.segment_needed' });
    const words = { action: 'message', reason: 'quality', words: 'Привет, {{имя}}!' };
    expect((await add(words)).body).toMatchObject({ code: 'retention.unknown_name' });
    expect((await add({ reason: 'quality', offerId: idOf('repair') })).status).toBe(201);
    expect((await add({ reason: 'quality', offerId: idOf('repair') })).status).toBe(409);
  });
});

test('limits of all plays are the operator’s, and nobody undoes another’s change', async () => {
  const { currency, ...limits } = (await call('GET /api/play-settings')).body;
  expect(currency).toBe('RUB');
  const put = (more: object) => call('PUT /api/play-settings', { ...limits, ...more });
  expect((await put({ callsFrom: 20 })).body).toMatchObject({ code: 'retention.hours_crossed' });
  const both = await Promise.all([put({ mostContacts: 9 }), put({ mostContacts: 9 })]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

describe('a call of a play', () => {
  test('is taken by one, tried thrice, and what came of it may be taken back', async () => {
    await silence();
    const play = await addPlay();
    await switchOn(play);
    const id = await person(play.id);
    await complain(id);
    await run();
    const taskId = (await taskOf(id)) ?? 0;
    const mate = await signedIn(made.world, { permissions: { 'retention.work': 'own' } });
    const route = 'PUT /api/play-tasks/{id}/owner';
    const both = await Promise.all(
      [agent, mate].map(({ as }) => call(route, { id: taskId, version: 1, isMine: true }, as)),
    );
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const owner = both[0]?.status === 200 ? agent : mate;
    const other = owner === agent ? mate : agent;
    const ids = async (as: SignedIn['as']) => (await tasks(as)).map((one) => one.id);
    expect([await ids(owner.as), await ids(other.as)].map((all) => all.includes(taskId))).toEqual([
      true,
      false,
    ]);
    const theirs = 'GET /api/play-tasks/of-subscriber/{subscriberId}';
    const seen = async (as: SignedIn['as']) =>
      (await call(theirs, { subscriberId: id }, as)).body.taskId;
    // Whichever of the two was quicker: a third, who has only what is theirs, is told nothing.
    const third = await signedIn(made.world, { permissions: { 'retention.work': 'own' } });
    expect([await seen(owner.as), await seen(third.as)]).toEqual([taskId, null]);
    const say = (version: number, outcome: string) =>
      call(
        'POST /api/play-tasks/{id}/outcome',
        { id: taskId, version, outcome } as never,
        owner.as,
      );
    expect((await say(2, 'returns')).body).toMatchObject({ code: 'retention.outcome_beside' });
    for (const version of [2, 3]) {
      expect((await say(version, 'unreached')).status).toBe(200);
      expect(await ids(owner.as)).not.toContain(taskId);
      hours(24);
      expect(await ids(owner.as)).toContain(taskId);
    }
    expect((await say(4, 'unreached')).status).toBe(200);
    expect((await say(5, 'helped')).body).toMatchObject({ code: 'retention.task_done' });
    const again = { id: taskId, version: 5 };
    expect((await call('POST /api/play-tasks/{id}/reopen', again, owner.as)).status).toBe(200);
    expect((await say(6, 'helped')).status).toBe(200);
  });

  test('gives what was taken once, opens a case, or is the last for ever', async () => {
    await silence();
    const { offers } = (await call('GET /api/retention-offers')).body;
    const offerId = offers.find(({ kind }) => kind === 'repair')?.id ?? 0;
    const {
      categories,
      apologyReasons: _,
      ...others
    } = (await call('GET /api/save-desk-settings')).body;
    const repairCategoryId = categories.at(-1)?.id ?? 0;
    await call('PUT /api/save-desk-settings', { ...others, repairCategoryId });
    const play = await addPlay({ action: 'offer', offerId });
    await switchOn(play);
    const [takes, leaves, never] = [
      await person(play.id),
      await person(play.id),
      await person(play.id),
    ];
    for (const id of [takes, leaves, never]) await complain(id);
    await run();
    const first = (await taskOf(takes)) ?? 0;
    const twice = await Promise.all([1, 2].map(() => finish(first, 1, 'taken')));
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const { rows } = await made.world.ctx.pool.query(
      `select from tickets where subscriber_id = $1 and priority = 'high' and category_id = $2`,
      [takes, repairCategoryId],
    );
    expect(rows).toHaveLength(1);
    const undo = { id: first, version: 2 };
    expect((await call('POST /api/play-tasks/{id}/reopen', undo, agent.as)).body).toMatchObject({
      code: 'retention.undo_there',
    });
    const { body: begun } = await finish((await taskOf(leaves)) ?? 0, 1, 'leaves', {
      note: 'Хочет расторгнуть',
    });
    const { body: opened } = await call('GET /api/cases/{id}', { id: begun.caseId ?? 0 });
    expect(opened).toMatchObject({ state: 'open', subscriber: { id: leaves } });
    expect((await finish((await taskOf(never)) ?? 0, 1, 'never')).status).toBe(200);
    hours(24 * 100);
    await complain(never);
    await run();
    expect(await taskOf(never)).toBeNull();
  });

  test('shows no phone by night', async () => {
    await silence();
    const play = await addPlay();
    await switchOn(play);
    const id = await person(play.id);
    await made.call('POST /api/subscribers/{id}/contacts', {
      id,
      kind: 'phone',
      value: '+79135550001',
    });
    await complain(id);
    await run();
    const show = async () =>
      (await call('GET /api/play-tasks/{id}', { id: (await taskOf(id)) ?? 0 }, agent.as)).body;
    expect(await show()).toMatchObject({ isCallTime: true, phone: '+79135550001' });
    hours(12);
    expect(await show()).toMatchObject({ isCallTime: false, phone: null });
    hours(12);
  });
});

describe('win-back', () => {
  /** Somebody who left so many days ago. */
  async function leaver(playId: number, days: number): Promise<number> {
    const id = await person(playId);
    const on = new Date(made.world.clock.now().getTime() - days * 86_400_000);
    await sql`update subscribers set status = 'left', left_on = ${on.toISOString().slice(0, 10)}
      where id = ${id}`.execute(made.world.ctx.db);
    return id;
  }

  test('calls those who agreed, on the day, and connects who returns through sales', async () => {
    await silence();
    const play = await addPlay({ signal: 'left', bound: 7 });
    await switchOn(play);
    const [agreed, silent, no] = [
      await leaver(play.id, 6),
      await leaver(play.id, 6),
      await leaver(play.id, 6),
    ];
    for (const id of [agreed, no]) expect((await agree(id)).status).toBe(201);
    await run();
    expect(await taskOf(agreed)).toBeNull();
    hours(24);
    await run();
    expect(await taskOf(silent)).toBeNull();
    const { body } = await finish((await taskOf(agreed)) ?? 0, 1, 'returns', { note: 'На 500' });
    const deals = made.world.via(salesApi);
    const { body: deal } = await deals('GET /api/deals/{id}', { id: body.dealId ?? 0 }, made.me.as);
    expect(deal).toMatchObject({ subscriberId: agreed, wanted: 'На 500' });
    expect((await finish((await taskOf(no)) ?? 0, 1, 'declined')).status).toBe(200);
    const period = { from: '2026-07-01', to: '2026-12-31' };
    const results = async () => (await call('GET /api/play-results', period)).body;
    const called = { contacted: 2, spoken: 2, returned: 0, withinDays: 60 };
    expect((await results()).winback).toMatchObject(called);
    const [own] = (await results()).plays.filter(({ aim }) => aim === 'win_back');
    expect(own).toMatchObject({ made: 2, done: 2, helped: 1, declined: 1 });
    await sql`update subscriptions set started_on = ${made.world.clock.now()}::date
      where  account_id in (select id from accounts where subscriber_id = ${agreed})`.execute(
      made.world.ctx.db,
    );
    expect((await results()).winback).toMatchObject({ returned: 1, known: 1 });
    expect(
      (await call('GET /api/play-results', { from: '2026-07-02', to: '2026-07-01' })).status,
    ).toBe(422);
    const later = await addPlay({ signal: 'left', bound: 30 });
    await switchOn(later);
    hours(24 * 23);
    await run();
    expect(await taskOf(no)).toBeNull();
  });
});
