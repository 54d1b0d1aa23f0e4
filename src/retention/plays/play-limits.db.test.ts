import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ensureVersion } from '../risk/ensure-version.ts';
import { openPlayDesk, type PlayDesk } from '../testing/play-desk.ts';

let desk: PlayDesk;
beforeAll(async () => {
  desk = await openPlayDesk();
});
afterAll(() => desk.made.world.close());

test('gives nothing past an offer’s own limits, and a save desk knows what it gave', async () => {
  await desk.silence();
  const bonus = { kind: 'bonus' as const, value: 10_000, months: 1, saveRate: 0.5, takeUp: 0.5 };
  const named = { ...bonus, name: 'Бонус по звонку', budgetMinor: 20_000 };
  const { id: offerId } = (await desk.call('POST /api/retention-offers', named)).body;
  const play = await desk.addPlay({ action: 'offer', offerId, reason: 'price', cooldownDays: 1 });
  await desk.switchOn(play);
  const people = [
    await desk.person(play.id),
    await desk.person(play.id),
    await desk.person(play.id),
  ];
  for (const id of people) await desk.agree(id);
  const taken = async (id: number) => {
    await desk.complain(id);
    await desk.run();
    return (await desk.finish((await desk.taskOf(id)) ?? 0, 1, 'taken')).body;
  };
  const first = people[0] ?? 0;
  await taken(first);
  desk.hours(48);
  expect(await taken(first)).toMatchObject({ code: 'retention.offer_cooling' });
  for (const id of people.slice(1)) await desk.complain(id);
  await desk.run();
  const both = await Promise.all(
    people.slice(1).map(async (id) => desk.finish((await desk.taskOf(id)) ?? 0, 1, 'taken')),
  );
  const codes = both.map(({ body }) => ('code' in body ? body.code : 'given'));
  expect(codes).toHaveLength(2);
  expect(new Set(codes)).toEqual(new Set(['given', 'retention.offer_over_budget']));
  const spent = await sql<{ cost: number }>`
    select cost_minor as cost from given_offers
    where  offer_id = ${offerId} and play_task_id is not null`.execute(desk.made.world.ctx.db);
  expect(spent.rows).toEqual([{ cost: 10_000 }, { cost: 10_000 }]);
  const { reasons } = (await desk.call('GET /api/leaving-reasons')).body;
  const group = reasons.find(({ name }) => name === 'Цена')?.id;
  const reasonId = reasons.find(({ parentId }) => parentId === group)?.id ?? 0;
  const { id } = (await desk.call('POST /api/cases', { subscriberId: first })).body;
  await desk.call('PUT /api/cases/{id}/reason', { id, version: 1, reasonId });
  const { offers } = (await desk.call('GET /api/cases/{id}/offers', { id })).body;
  expect(offers.find((one) => one.offerId === offerId)?.hindrance).toBe('cooling');
  await sql`update retention_offers set budget_minor = null, archived_at = now()
    where id = ${offerId}`.execute(desk.made.world.ctx.db);
  const late = people[both[0]?.status === 200 ? 2 : 1] ?? 0;
  expect((await desk.finish((await desk.taskOf(late)) ?? 0, 1, 'taken')).body).toMatchObject({
    code: 'retention.offer_archived',
  });
});

test('reckons with lists of care, and with all records of who is one person', async () => {
  await desk.silence();
  const { db } = desk.made.world.ctx;
  const play = await desk.addPlay({ cooldownDays: 30 });
  await desk.switchOn(play);
  const [cared, twin, root] = [
    await desk.person(play.id),
    await desk.person(play.id),
    await desk.person(play.id),
  ];
  const now = desk.made.world.clock.now();
  for (const name of ['Осень', 'Зима']) {
    await sql`
      with list as (
        insert into care_lists (name, currency, budget_minor, slots, contact_minor, daily_calls,
          hold_percent, base_share, least_points, needed_treated, needed_held, started_on,
          started_at)
        values (${name}, 'RUB', 0, 0, 0, 1, 10, 0.1, 1, 1, 1, ${now}::date, ${now}) returning id)
      insert into care_list_members (list_id, subscriber_id, place, action, reason_group,
        leave_chance, value_minor, expected_minor, incentive_minor, takes_call, state, opened_at,
        starts_at, due_at)
      select id, ${cared}, 1, 'repair', 'quality', 0.1, 0, 0, 0, true, 'open', ${now}, ${now}, ${now}
      from   list`.execute(db);
  }
  for (const id of [cared, twin]) await desk.complain(id);
  await desk.run();
  expect(await desk.taskOf(cared)).toBeNull();
  const task = (await desk.taskOf(twin)) ?? 0;
  expect((await desk.finish(task, 1, 'helped')).status).toBe(200);
  await sql`update subscribers set root_id = ${root}, merged_into_id = ${root}
    where id = ${twin}`.execute(db);
  // Neither the rest nor the moment itself is lost with the record.
  await desk.run();
  await desk.complain(root);
  await desk.run();
  expect(await desk.taskOf(root)).toBeNull();
  // Who has told a call that they want to hear of nothing is let go of by lists as well.
  await sql`
    insert into play_tasks (play_id, subscriber_id, aim, signalled_at, starts_at, due_at, state,
                            outcome, norm_seconds, calendar_id, made_at, done_at)
    select ${play.id}, ${cared}, 'keep', ${now}, ${now}, ${now}, 'done', 'never', 60, min(id), ${now},
           ${now}
    from   calendars`.execute(db);
  await desk.made.world.tick('retention.care_lists');
  const { rows } = await sql`
    select distinct state from care_list_members where subscriber_id = ${cared}`.execute(db);
  expect(rows).toEqual([{ state: 'dropped' }]);
});

test('asks what stands in the way as of now, not as of the moment of the signal', async () => {
  await desk.silence();
  const play = await desk.addPlay();
  await desk.switchOn(play);
  const people = [];
  for (let at = 0; at < 5; at += 1) people.push(await desk.person(play.id));
  const [quits = 0, refuses = 0, angers = 0, later = 0, never = 0] = people;
  for (const id of people) await desk.complain(id);
  desk.hours(1);
  const { db } = desk.made.world.ctx;
  await sql`update subscribers set status = 'left', left_on = ${desk.made.world.clock.now()}::date
    where id = ${quits}`.execute(db);
  const noService = { channel: 'any', purpose: 'service', isGranted: false };
  await desk.agree(refuses, noService);
  const { id } = (await desk.call('POST /api/cases', { subscriberId: angers })).body;
  await desk.call('PUT /api/cases/{id}/mood', { id, version: 1, isAngry: true });
  await sql`update retention_cases set state = 'closed', outcome = 'mistake', closed_at = now()
    where id = ${id} and state = 'open'`.execute(db);
  await desk.run();
  const found = await Promise.all(people.map((one) => desk.taskOf(one)));
  expect(found.map((one) => one !== null)).toEqual([false, false, false, true, true]);
  // What was put before people is let go of as soon as it may not be done any more.
  await desk.agree(later, noService);
  await sql`update play_tasks set state = 'done', outcome = 'never', done_at = now()
    where subscriber_id = ${never}`.execute(db);
  await sql`
    insert into play_tasks (play_id, subscriber_id, aim, signalled_at, starts_at, due_at,
                            norm_seconds, calendar_id, made_at)
    select play_id, subscriber_id, aim, now(), starts_at, due_at, norm_seconds, calendar_id, made_at
    from   play_tasks where subscriber_id = ${never}`.execute(db);
  await desk.run();
  expect([await desk.taskOf(later), await desk.taskOf(never)]).toEqual([null, null]);
});

test('writes of what is sold only by ways of which somebody agreed to hear it', async () => {
  await desk.silence();
  const { db } = desk.made.world.ctx;
  await sql`insert into channels (kind, name, settings, created_at)
    values ('email', 'Почта', '{"fromAddress":"office@example.test"}', now())`.execute(db);
  const play = await desk.addPlay({ action: 'message', reason: 'price', words: 'Скидка!' });
  await desk.switchOn(play);
  const [byMail, byPhone, byChat] = [
    await desk.person(play.id),
    await desk.person(play.id),
    await desk.person(play.id),
  ];
  const agreed = new Map([
    [byMail, 'email'],
    [byPhone, 'phone'],
    [byChat, 'messenger'],
  ]);
  for (const [id, channel] of agreed) {
    const value = `n${id}@example.test`;
    await desk.made.call('POST /api/subscribers/{id}/contacts', { id, kind: 'email', value });
    await desk.agree(id, { channel });
    await desk.complain(id);
  }
  await desk.agree(byMail, { channel: 'messenger', isGranted: false });
  await desk.run();
  const { rows } = await sql<{ id: number; state: string }>`
    select subscriber_id as id, state from play_tasks where play_id = ${play.id}
    order  by subscriber_id`.execute(db);
  expect(rows).toEqual([
    { id: byMail, state: 'done' },
    { id: byChat, state: 'dropped' },
  ]);
});

test('is off as soon as what it brings changes, till it was tried with that', async () => {
  await desk.silence();
  const bonus = { kind: 'bonus' as const, value: 5000, months: 1, saveRate: 0.5, takeUp: 0.5 };
  const named = { ...bonus, name: 'Бонус, каким он был' };
  const { id: offerId } = (await desk.call('POST /api/retention-offers', named)).body;
  const play = await desk.addPlay({ action: 'offer', offerId, reason: 'price' });
  await desk.switchOn(play);
  const { offers } = (await desk.call('GET /api/retention-offers', {})).body;
  const stored = offers.find(({ id }) => id === offerId);
  if (!stored) throw new Error('it is not listed');
  const change = { ...stored, value: 500_000 };
  expect((await desk.call('PUT /api/retention-offers/{id}', change)).status).toBe(200);
  const { plays } = (await desk.call('GET /api/plays', {})).body;
  expect(plays.find(({ id }) => id === play.id)).toMatchObject({ isOn: false, isTried: false });
  const on = await desk.call('POST /api/plays/{id}/switch', { ...play, isOn: true });
  expect(on.body).toMatchObject({ code: 'retention.play_untried' });
  await desk.switchOn(play);
});

test('of who may leave calls the costliest to lose first, and goes past those who rest', async () => {
  await desk.silence();
  const { db } = desk.made.world.ctx;
  const play = await desk.addPlay({ signal: 'risk', bound: 15, cooldownDays: 30 });
  await desk.switchOn(play);
  const [cheap, dear] = [await desk.person(play.id), await desk.person(play.id)];
  desk.hours(48);
  const version = await ensureVersion(desk.made.world.ctx);
  for (const [id, worth] of [
    [cheap, 1000],
    [dear, 900_000],
  ]) {
    await sql`
      insert into risk_scores (id, version_id, scored_at, chance_30, chance_60, chance_90,
        lifetime_months, margin_minor, value_minor, reason_group, reasons, sides, numbers)
      values (${id}, ${version}, ${desk.made.world.clock.now()}, 0.1, 0.2, 0.3, 20, 30000, ${worth},
        'service', '{}', '{}', '{}')`.execute(db);
  }
  const { currency: _, ...limits } = (await desk.call('GET /api/play-settings')).body;
  await desk.call('PUT /api/play-settings', { ...limits, callsPerDay: 1 });
  await desk.run();
  expect([await desk.taskOf(cheap), await desk.taskOf(dear)]).toEqual([null, expect.any(Number)]);
});

test('whom no call was left for stands in neither part of what chance divides', async () => {
  await desk.silence();
  const play = await desk.addPlay({ cooldownDays: 5 });
  desk.hours(48);
  await desk.switchOn(play);
  const calls = async (callsPerDay: number): Promise<void> => {
    const { currency: _, ...limits } = (await desk.call('GET /api/play-settings')).body;
    await desk.call('PUT /api/play-settings', { ...limits, callsPerDay });
  };
  await calls(1);
  const held = await desk.person(play.id, true);
  const [called, late] = [await desk.person(play.id), await desk.person(play.id)];
  for (const id of [held, called, late]) await desk.complain(id);
  await desk.run();
  await calls(0);
  const effect = async () => (await desk.call('GET /api/plays/{id}/effect', { id: play.id })).body;
  expect(await effect()).toMatchObject({ begunOn: null, unserved: 0 });
  desk.hours(73);
  await Promise.all([desk.run(), desk.run()]);
  const told = await effect();
  // Of so few it is not told who of them is held out.
  expect(told).toMatchObject({ begunOn: null, treated: 0, held: 0, unserved: 1 });
  const { rows } = await sql<{ subscriberId: number; state: string }>`
    select subscriber_id, state from play_tasks where play_id = ${play.id}
    order  by subscriber_id`.execute(desk.made.world.ctx.db);
  expect(rows).toEqual([
    { subscriberId: held, state: 'held' },
    { subscriberId: called, state: 'open' },
    { subscriberId: late, state: 'unserved' },
  ]);
  expect(told.effects.map(({ silence }) => silence)).toEqual(['early', 'early', 'early']);
  // It was no contact: they are called for what comes next.
  await calls(5);
  await desk.complain(late);
  await desk.run();
  expect(await desk.taskOf(late)).not.toBeNull();
  const missing = await desk.call('GET /api/plays/{id}/effect', { id: 99_999 });
  expect(missing.status).toBe(404);
});
