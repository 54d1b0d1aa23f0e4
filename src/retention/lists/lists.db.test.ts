import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addAccount } from '../../testing/accounts.ts';
import { runs } from '../../testing/proof.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import type { World } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { type CareDesk, openCareDesk, wide } from '../testing/care-desk.ts';
import { isControl } from '../trial/held-out.ts';

const DAY_SECONDS = 86_400;

let desk: CareDesk;
let world: World;
let boss: SignedIn;
beforeAll(async () => {
  desk = await openCareDesk();
  ({ world, boss } = desk);
});
afterAll(() => world.close());

const call = ((key, input, as) => desk.call(key, input, as)) as CareDesk['call'];
const scored = (at: Date | null) => desk.scored(at);
const agree = (who: RawBuilder<unknown>, isGranted?: boolean) => desk.agree(who, isGranted);
const start = (more?: object) => desk.start(more);
const open = (id: number) => desk.open(id);
const end = (id: number) => desk.end(id);
const tasks = (as?: SignedIn['as']) => desk.tasks(as);
const members = (id: number, state: string) => desk.members(id, state);
const takesCall = ({ title }: { title: string }): boolean => title !== 'Дать отсрочку';
const excludedOf = async (reason: string): Promise<number> => {
  const { excluded } = (await call('GET /api/care-plan', wide)).body;
  return excluded.find((one) => one.reason === reason)?.people ?? -1;
};

describe('a plan', () => {
  test('says whom, what and why, leaves some alone, and what one more of each would bring', async () => {
    const tight = { budgetMinor: 1_000_000, slots: 10, contactMinor: 5000 };
    const { body } = await call('GET /api/care-plan', tight);
    expect(body.plan.slots).toBeLessThanOrEqual(10);
    expect(body.perCallMinor).toBeGreaterThan(0);
    const poor = (await call('GET /api/care-plan', { ...wide, budgetMinor: 300_000 })).body;
    expect(poor.perMoney).toBeGreaterThan(1);
    expect(poor.perCallMinor).toBe(0);
    for (const other of body.beside) {
      expect(body.plan.gainMinor).toBeGreaterThanOrEqual(other.gainMinor);
    }
    // Nobody's contract ends and no house had a fault.
    expect(body.beside.find(({ order }) => order === 'rule')?.people).toBe(0);
    const { people } = (await call('GET /api/care-plan/people', tight)).body;
    expect(people).toHaveLength(Math.min(50, body.plan.people));
    expect(people[0]).toMatchObject({ reasons: 'за три месяца в доме 3 сбоя' });
    const file = await call('GET /api/care-plan/export', { ...tight, format: 'csv' });
    expect((file.body as unknown as string).trim().split('\n')).toHaveLength(1 + body.plan.people);
  });

  test('becomes a list only where everybody was scored, and not long ago', async () => {
    const now = world.clock.now();
    const trouble = async () => (await call('GET /api/care-plan', wide)).body.scores.trouble;
    await scored(null);
    expect(await trouble()).toBe('unfinished');
    expect((await start()).code).toBe('retention.scores_unfinished');
    await scored(new Date(now.getTime() - 3 * DAY_SECONDS * 1000));
    expect(await trouble()).toBe('old');
    expect((await start()).code).toBe('retention.scores_old');
    await scored(now);
    await sql`
      with other as (
        insert into risk_versions (kind, made_at, quality, body)
        select kind, made_at, quality, body from risk_versions limit 1 returning id)
      insert into risk_activations (version_id, activated_at, reason)
      select id, ${now}, '' from other`.execute(world.ctx.db);
    expect(await trouble()).toBe('unfinished');
    // All further lists of these tests are of scores that stand.
    await scored(new Date('2036-01-01'));
    expect(await trouble()).toBeNull();
  });

  test('leaves alone whom a play has reached lately', async () => {
    const { db } = world.ctx;
    const { plays } = (await call('GET /api/plays', {})).body;
    await sql`
      insert into play_tasks (play_id, subscriber_id, aim, signalled_at, starts_at, due_at,
                              norm_seconds, calendar_id, made_at)
      select ${plays[0]?.id ?? 0}, 5, 'keep', now(), now(), now(), 60, min(id),
             ${world.clock.now()}
      from   calendars`.execute(db);
    expect(await excludedOf('cooling')).toBe(1);
    await sql`delete from play_tasks where subscriber_id = 5`.execute(db);
    expect(await excludedOf('cooling')).toBe(0);
  });

  test('sells nothing to who has not agreed, and calls of service whoever has not refused', async () => {
    const some = sql`s.id between 101 and 120`;
    await sql`delete from consents where subscriber_id between 101 and 120`.execute(world.ctx.db);
    const chosen = async () => {
      const asked = { ...wide, format: 'csv' as const };
      const { body } = await call('GET /api/care-plan/export', asked);
      return [...(body as unknown as string).matchAll(/Заботин (\d+)"?[,;]"?([^",;]+)/g)]
        .map(([, id, action]) => ({ id: Number(id), action }))
        .filter(({ id }) => id > 100 && id <= 120);
    };
    const before = await chosen();
    expect(new Set(before.map(({ action }) => action))).toEqual(
      new Set(['Починить', 'Дать отсрочку']),
    );
    expect(await excludedOf('noConsent')).toBeGreaterThan(5);
    await sql`
      insert into consents (subscriber_id, channel, purpose, is_granted, source, recorded_at)
      select s.id, 'any', 'service', false, 'Звонок', ${world.clock.now()}
      from   subscribers s where ${some}`.execute(world.ctx.db);
    expect(await chosen()).toEqual([]);
    expect(await excludedOf('refused')).toBe(20);
    await sql`delete from consents where purpose = 'service'`.execute(world.ctx.db);
    await agree(some);
    expect(await excludedOf('noConsent')).toBe(0);
  });

  test('reaches whom its reader reaches', async () => {
    const permissions = { 'retention.risk': 'own', 'retention.risk_export': 'all' } as const;
    const stranger = await signedIn(world, { permissions, team: 'Юг' });
    const people = await call('GET /api/care-plan/people', wide, stranger.as);
    expect(people.body.people).toEqual([]);
    const file = await call('GET /api/care-plan/export', { ...wide, format: 'csv' }, stranger.as);
    expect((file.body as unknown as string).trim().split('\n')).toHaveLength(1);
    expect((await call('GET /api/care-lists', {}, stranger.as)).status).toBe(403);
    expect((await start({ segmentId: 999 })).code).toBe('retention.no_such_segment');
    expect((await start({ budgetMinor: 0, slots: 0 })).code).toBe('retention.nobody_chosen');
  });
});

describe('a list', () => {
  let id: number;

  test('is frozen once, and chance holds some out', async () => {
    const both = await Promise.all([start({ name: 'Осень' }), start({ name: 'Осень' })]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    id = both.find(({ status }) => status === 201)?.id ?? 0;
    const { treated, held, effects } = await open(id);
    expect(held / (treated + held)).toBeGreaterThan(0.1);
    expect(held / (treated + held)).toBeLessThan(0.2);
    expect(effects.map(({ silence }) => silence)).toEqual(['early', 'early', 'early']);
    expect(await excludedOf('cooling')).toBe(treated + held);
    expect((await start()).code).toBe('retention.nobody_chosen');
    // The control is held out of it, and no plan has told of whom it is.
    const { rows } = await sql<{ state: string; count: number }>`
      select state, count(*) from care_list_members
      where  list_id = ${id} and ${isControl(sql`subscriber_id`)} group by state`.execute(
      world.ctx.db,
    );
    expect(rows.map(({ state }) => state)).toEqual(['held']);
  });

  test('hands out so many calls a day, and whoever wants to leave is the save desk’s', async () => {
    expect(await tasks()).toEqual([]);
    await world.tick('retention.care_lists');
    await world.tick('retention.care_lists');
    const calls = (await tasks()).filter(takesCall);
    expect(calls).toHaveLength(20);
    const held = await members(id, 'held');
    expect(calls.filter(({ subscriberId }) => held.includes(subscriberId))).toEqual([]);
    const { subscriberId } = calls[0] ?? { subscriberId: 0 };
    const opened = await call('POST /api/cases', { subscriberId });
    expect(opened.status).toBe(201);
    await world.tick('retention.care_lists');
    expect((await tasks()).some((one) => one.subscriberId === subscriberId)).toBe(false);
    world.clock.advance({ seconds: DAY_SECONDS });
    await world.tick('retention.care_lists');
    expect((await tasks()).filter(takesCall)).toHaveLength(39);
    // None by night: they would be called the day after, besides those of that day.
    const isOpen = async () => (await members(id, 'open')).length;
    const before = await isOpen();
    const noon = world.clock.now();
    world.clock.moveTo(new Date(`${noon.toISOString().slice(0, 10)}T21:00:00Z`));
    await world.tick('retention.care_lists');
    expect(await isOpen()).toBe(before);
    world.clock.moveTo(noon);
  });

  test('whoever is held out is kept at the save desk like anybody', async () => {
    const [subscriberId = 0] = await members(id, 'held');
    const made = (await call('POST /api/cases', { subscriberId })).body;
    const { reasons } = (await call('GET /api/leaving-reasons')).body;
    const quality = reasons.find(({ name }) => name === 'Частые сбои')?.id ?? 0;
    const { version } = (await call('GET /api/cases/{id}', { id: made.id })).body;
    await call('PUT /api/cases/{id}/reason', { id: made.id, version, reasonId: quality });
    const { offers } = (await call('GET /api/cases/{id}/offers', { id: made.id })).body;
    const [repair] = offers.filter(({ kind }) => kind === 'repair');
    expect(repair).toMatchObject({ learntRate: 0.35, decided: 0 });
    // What came of it with others like them counts twice, what came of it with others once.
    await sql`
      with closed as (
        insert into retention_cases (subscriber_id, source, state, outcome, reason_id, is_here_month,
                                     norm_seconds, calendar_id, due_at, opened_at, closed_at)
        select s.id, 'hand', 'closed', 'stays', ${quality}, true, 60, c.calendar_id, now(), now(),
               now()
        from   retention_cases c, subscribers s
        where  c.id = ${made.id} and s.id between 1 and 20
        returning id)
      insert into case_offers (case_id, offer_id, answer, expected_minor, said_at, leave_chance)
      select id, ${repair?.offerId}, 'taken', 0, now(), case when id % 2 = 0 then 0.9 else 0.01 end
      from   closed`.execute(world.ctx.db);
    const after = (await call('GET /api/cases/{id}/offers', { id: made.id })).body.offers;
    const ofAll = (20 + 0.35 * 20) / 40;
    expect(after.find(({ kind }) => kind === 'repair')?.learntRate).toBeCloseTo(
      (10 + ofAll * 20) / 30,
    );
  });

  test('waits for whom a play has turned to, and lets go of who would not hear of it', async () => {
    const waiting = (await members(id, 'waiting')).slice(0, 15);
    const [touched, silent] = [waiting.slice(0, 5), waiting.slice(5)];
    const { plays } = (await call('GET /api/plays', {})).body;
    await sql`
      insert into play_tasks (play_id, subscriber_id, aim, signalled_at, starts_at, due_at,
                              norm_seconds, calendar_id, made_at)
      select ${plays[0]?.id ?? 0}, s.id, 'keep', now(), now(), now(), 60, min(c.id),
             ${world.clock.now()}
      from   subscribers s, calendars c where s.id = any(${touched}::bigint[])
      group  by s.id`.execute(world.ctx.db);
    await agree(sql`s.id = any(${silent}::bigint[])`, false);
    world.clock.advance({ seconds: DAY_SECONDS });
    await world.tick('retention.care_lists');
    const still = new Set(await members(id, 'waiting'));
    expect(touched.filter((one) => still.has(one))).toEqual(touched);
    const { rows } = await sql<{ action: string; state: string }>`
      select distinct action, state from care_list_members
      where  list_id = ${id} and subscriber_id = any(${silent}::bigint[])`.execute(world.ctx.db);
    const isSold = ({ action }: { action: string }) => action === 'tariff' || action === 'bonus';
    expect(rows.some(isSold)).toBe(true);
    for (const one of rows) expect(one.state === 'dropped').toBe(isSold(one));
    await sql`delete from play_tasks where subscriber_id = any(${touched}::bigint[])`.execute(
      world.ctx.db,
    );
  });

  test('hands out no more than there is money for', async () => {
    const isOpen = async () => (await members(id, 'open')).length;
    const before = await isOpen();
    const { budgetMinor } = await open(id);
    const set = (minor: number) =>
      sql`update care_lists set budget_minor = ${minor} where id = ${id}`.execute(world.ctx.db);
    const { rows } = await sql<{ minor: number }>`
      select sum(cost_minor)::bigint as minor from care_list_members
      where  list_id = ${id} and state = 'open'`.execute(world.ctx.db);
    world.clock.advance({ seconds: DAY_SECONDS });
    // What is open takes all of it.
    await set(rows[0]?.minor ?? 0);
    await world.tick('retention.care_lists');
    expect([await isOpen(), (await open(id)).isSpent]).toEqual([before, true]);
    await set((rows[0]?.minor ?? 0) + 100_000);
    await world.tick('retention.care_lists');
    expect(await isOpen()).toBeGreaterThan(before);
    expect(await isOpen()).toBeLessThan(before + 20);
    await set(budgetMinor);
    expect((await open(id)).isSpent).toBe(false);
  });

  test('a task is told once, tried again where nobody answers, and taken back', async () => {
    const [one, other] = (await tasks()).filter(takesCall);
    if (!one || !other) throw new Error('two wait');
    const tell = (task: typeof one, outcome: string | null, version = 1, as = boss.as) => {
      const said = { id: task.id, version, outcome, note: 'Спасибо' } as never;
      return call('PUT /api/care-tasks/{id}', said, as);
    };
    const elsewhere = await signedIn(world, { permissions: { 'retention.work': 'own' } });
    await sql`update subscribers set owner_staff_id = ${boss.staffId}
      where id in (${one.subscriberId}, ${other.subscriberId})`.execute(world.ctx.db);
    expect((await tell(one, 'taken', 1, elsewhere.as)).status).toBe(404);
    expect((await tasks(elsewhere.as)).some((t) => t.subscriberId === one.subscriberId)).toBe(
      false,
    );
    const shown = (await call('GET /api/care-tasks/{id}', { id: one.id })).body;
    expect(shown).toMatchObject({ version: 1, state: 'open', list: 'Осень', owner: null });
    const twice = await Promise.all([tell(one, 'taken'), tell(one, 'taken')]);
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const spent = async () => (await open(id)).spentMinor;
    // A call, and a reward of monthly margins.
    expect(await spent()).toBeGreaterThan(5000);
    expect((await tell(one, null, 2)).status).toBe(200);
    expect(await spent()).toBe(0);
    for (const version of [1, 2, 3]) {
      expect((await tell(other, 'unreached', version)).status).toBe(200);
      // It rests till the next day.
      expect((await tasks()).some((task) => task.id === other.id)).toBe(false);
    }
    expect((await open(id)).unreached).toBe(1);
    expect(await spent()).toBe(15_000);
    expect((await tell(other, 'taken', 3)).body.code).toBe('retention.changed_meanwhile');
    const { people } = (await call('GET /api/care-lists/{id}/people', { id })).body;
    expect(people).toContainEqual(expect.objectContaining({ id: other.id, tries: 3 }));
    // Who is held out stands nowhere.
    const held = await members(id, 'held');
    expect(people.filter((who) => held.includes(who.subscriber.id))).toEqual([]);
  });

  test('a task is one’s who takes it, and the next goes to each of those who ask at once', async () => {
    const mate = await signedIn(world, { permissions: { 'retention.work': 'all' } });
    const next = (as: SignedIn['as']) => world.via(workApi)('POST /api/tasks/next', {}, as);
    const [first] = await tasks();
    const count = async (as: SignedIn['as']) =>
      (await world.via(workApi)('GET /api/tasks/count', {}, as)).body.count;
    const before = await count(mate.as);
    const taken = (await Promise.all([next(boss.as), next(mate.as)])).map(({ body }) => body.task);
    expect(new Set(taken.map((task) => task?.id)).size).toBe(2);
    expect(taken).toContainEqual({ kind: 'care', id: first?.id });
    const [own, others] = taken;
    const shown = await tasks(mate.as);
    expect(shown.some((task) => task.id === others?.id)).toBe(true);
    expect(shown.some((task) => task.id === own?.id)).toBe(false);
    expect(await count(mate.as)).toBe(before - 1);
    const task = (await call('GET /api/care-tasks/{id}', { id: own?.id ?? 0 })).body;
    expect(task.owner).toMatchObject({ id: boss.staffId });
    const letGo = (version: number) =>
      call('PUT /api/care-tasks/{id}/owner', { id: task.id, version, isMine: false });
    expect((await letGo(task.version - 1)).body.code).toBe('retention.changed_meanwhile');
    expect((await letGo(task.version)).status).toBe(200);
    expect(await count(mate.as)).toBe(before);
    const stranger = await signedIn(world, { permissions: ['sales.work'] });
    expect(await tasks(stranger.as)).toEqual([]);
    expect((await next(stranger.as)).body).toEqual({ task: null });
  });

  test('ends with a reason, and whoever was chosen counts where chance has put them', async () => {
    expect((await end(id)).status).toBe(200);
    expect((await end(id)).body.code).toBe('retention.list_over');
    expect((await tasks()).filter(({ words }) => words.includes('Осень'))).toEqual([]);
    // Of the held out half leave, of the treated nobody.
    const { startedOn } = await open(id);
    const held = await members(id, 'held');
    const half = held.slice(0, Math.floor(held.length / 2));
    await sql`update subscribers set left_on = ${startedOn}::date + 20, status = 'left'
      where id = any(${half}::bigint[])`.execute(world.ctx.db);
    world.clock.advance({ seconds: 100 * DAY_SECONDS });
    // What came of it is told till half a year is over: till then who is held out is left alone.
    expect(await excludedOf('cooling')).toBeGreaterThanOrEqual(held.length - half.length);
    const { body } = await call('GET /api/care-plan/export', { ...wide, format: 'csv' });
    const rows = [...(body as unknown as string).matchAll(/Заботин (\d+)/g)];
    const chosen = rows.map(([, number]) => Number(number));
    expect(chosen.length).toBeGreaterThan(0);
    expect(chosen.filter((one) => held.includes(one))).toEqual([]);
    const { effects, profit, qini } = await open(id);
    expect(effects.map(({ silence }) => silence)).toEqual([null, null, 'early']);
    expect(effects[1]).toMatchObject({ leftTreated: 0, leftHeld: half.length });
    // Whoever is back had left all the same: the record forgets it, the closed account does not.
    const [back = 0, ...gone] = half;
    await addAccount(world, back);
    await sql`update accounts set closed_on = ${startedOn}::date + 20, state = 'closed',
      created_at = ${startedOn}::date - 100 where subscriber_id = ${back}`.execute(world.ctx.db);
    await sql`update subscribers set left_on = null, status = 'active'
      where id = ${back}`.execute(world.ctx.db);
    expect((await open(id)).effects[1]).toMatchObject({ leftHeld: gone.length + 1 });
    expect(effects[1]?.effect?.difference).toBeCloseTo(half.length / held.length);
    expect(profit?.low).toBeGreaterThan(0);
    expect(qini?.curve.at(-1)?.gained).toBeGreaterThan(0);
    // What was learnt goes into the next plan: fewer or more, but not what was agreed on.
    const [learnt] = (await call('GET /api/care-plan/people', wide)).body.people;
    expect(learnt?.expectedMinor).toBeGreaterThan(0);
  });
});

test('lists of one day that draw of all, of which nothing comes, show nothing in nine of ten', async () => {
  const { db } = world.ctx;
  // Some leave within a quarter, whatever chance says of them.
  const leaveOn = (day: string) =>
    sql`
    update subscribers set left_on = ${day}::date + 45
    where  id in (select id from risk_scores) and id % 7 = 3`.execute(db);
  await sql`update subscribers set left_on = null, status = 'active'`.execute(db);
  await sql`update trial_settings set cooldown_days = 1`.execute(db);
  await agree(sql`true`);
  // Each list draws of all, as if those before it were long over.
  const longOver = (which: RawBuilder<unknown>) =>
    sql`update care_lists set started_on = started_on - 200 where ${which}`.execute(db);
  await longOver(sql`true`);
  const lists: number[] = [];
  // Seeds fixed beforehand: each list draws by its own number and this salt.
  await sql`update trial_settings set salt = sha256('nothing comes of it')`.execute(db);
  for (let at = 0; at < runs(20, 100); at += 1) {
    const made = await start({ slots: 100_000 });
    expect(made.status).toBe(201);
    lists.push(made.id);
    await end(made.id);
    await longOver(sql`id = ${made.id}`);
  }
  await sql`update care_lists set started_on = started_on + 200
    where id = any(${lists}::bigint[])`.execute(db);
  await leaveOn((await open(lists[0] ?? 0)).startedOn);
  world.clock.advance({ seconds: 91 * DAY_SECONDS });
  let silent = 0;
  for (const id of lists) {
    const { effects } = await open(id);
    const effect = effects[1]?.effect;
    if (!effect) throw new Error('too few were chosen');
    if (effect.low <= 0 && effect.high >= 0) silent += 1;
  }
  expect(silent).toBeGreaterThanOrEqual(0.9 * lists.length);
});
