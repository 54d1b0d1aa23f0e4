import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LiveScreen, openScreens, until as come } from '../../testing/live-screen.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { api } from '../api.ts';
import type { Outcome } from '../api/outcomes.ts';
import { ask, beReady, hour, minute, pass, post, readyAgent } from '../testing/desk.ts';

let world: World;
let agent: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  agent = await readyAgent(world, { role: 'agent', loadLimit: 50 });
});
afterAll(() => world.close());

const on = () => world.via(api);
const open = async (id: number) =>
  (await on()('GET /api/conversations/{id}', { id }, agent.as)).body;
const taken = async (): Promise<number> => {
  const id = await ask(world);
  await on()('POST /api/conversations/{id}/take', { id }, agent.as);
  return id;
};
const record = async (id: number, outcome: Outcome, more: object = {}) => {
  const { version } = await open(id);
  return on()('POST /api/conversations/{id}/outcome', { id, version, outcome, ...more }, agent.as);
};

test('a call that nobody answers is tried by the plan, then given up', async () => {
  const id = await taken();
  const waits: number[] = [];
  for (let tries = 1; tries <= 4; tries += 1) {
    const { body } = await record(id, tries % 2 ? 'no_answer' : 'busy');
    const at = new Date(body.nextTryAt!);
    waits.push((at.getTime() - world.clock.now().getTime()) / 1000);
    expect(body.state).toBe('open');
    world.clock.moveTo(at);
    await beReady(world, agent);
  }
  expect(waits).toEqual([5 * minute, 30 * minute, 2 * hour, 24 * hour]);
  expect((await record(id, 'no_answer')).body).toMatchObject({ state: 'closed', nextTryAt: null });
  const closed = await open(id);
  expect(closed).toMatchObject({ closedOutcome: 'given_up', callState: 'given_up', tries: 5 });
  expect(closed.attempts.map((one) => one.outcome)).toHaveLength(5);
});

test('a try falls into working hours', async () => {
  const day = [{ from: '09:00', to: '18:00' }];
  const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
  const calendars = world.ctx.db.updateTable('calendars');
  await calendars.set({ weekly: JSON.stringify(week) }).execute();
  // A Friday, two minutes before six in the evening in Moscow.
  world.clock.moveTo(new Date('2026-03-06T14:58:00Z'));
  await beReady(world, agent);
  const id = await taken();
  const { body } = await record(id, 'no_answer');
  expect(body.nextTryAt).toBe('2026-03-09T06:00:00.000Z');

  // In the evening the clock waits for Monday, and so does the offering.
  world.clock.moveTo(new Date('2026-03-06T19:00:00Z'));
  await beReady(world, agent);
  const late = await ask(world);
  await pass(world, 60, 20);
  const waiting = await open(late);
  expect(waiting).toMatchObject({ touchDueAt: '2026-03-09T06:01:00.000Z', offer: null });
  expect(waiting.deadline).toMatchObject({
    countedFrom: '2026-03-09T06:00:00.000Z',
    isRoundTheClock: false,
  });
  world.clock.moveTo(new Date('2026-03-09T06:00:00Z'));
  await beReady(world, agent);
  await pass(world, 1);
  expect((await open(late)).offer?.staffId).toBe(agent.staffId);
  await on()('POST /api/conversations/{id}/take', { id: late }, agent.as);
  await calendars.set({ weekly: null }).execute();
});

test('a planned try goes to its owner, or to whoever is here if the owner is not', async () => {
  const id = await taken();
  await record(id, 'no_answer');
  await pass(world, 5 * minute, minute);
  expect(await open(id)).toMatchObject({ owner: { id: agent.staffId } });

  await record(id, 'no_answer');
  world.clock.advance({ seconds: 30 * minute });
  await world.tick('staff.presence');
  const other = await readyAgent(world);
  await pass(world, 2);
  const again = await on()('GET /api/conversations/offer', {}, other.as);
  expect(again.body.offer).toMatchObject({ id, owner: null });
  await beReady(world, agent);
});

test('the wish to be called later needs a time, and the time is kept', async () => {
  const id = await taken();
  expect((await record(id, 'asked_later')).body.code).toBe('conversations.time_needed');
  const past = { nextTryAt: new Date(world.clock.now().getTime() - 1000).toISOString() };
  expect((await record(id, 'asked_later', past)).body.code).toBe('conversations.time_past');
  const nextTryAt = new Date(world.clock.now().getTime() + 3 * hour * 1000).toISOString();
  expect((await record(id, 'asked_later', { nextTryAt })).body).toMatchObject({ nextTryAt });
  expect(await open(id)).toMatchObject({ tries: 0, whoseTurn: 'theirs', nextDueAt: nextTryAt });
});

test('only a call stops the clock', async () => {
  const id = await taken();
  await on()('POST /api/conversations/{id}/notes', { id, text: 'Живёт в доме 14' }, agent.as);
  expect((await open(id)).touchedAt).toBeNull();
  await pass(world, 20, 5);
  const started = await on()('POST /api/conversations/{id}/calls', { id }, agent.as);
  const again = await on()('POST /api/conversations/{id}/calls', { id }, agent.as);
  expect(again.body.attemptId).toBe(started.body.attemptId);
  expect(await open(id)).toMatchObject({ touchSeconds: 20, touchedBy: { id: agent.staffId } });
});

test('closing needs an outcome, or a word why it was no request', async () => {
  const id = await taken();
  const close = async (more: object = {}) => {
    const { version } = await open(id);
    return on()('POST /api/conversations/{id}/close', { id, version, ...more }, agent.as);
  };
  expect((await close()).body.code).toBe('conversations.outcome_needed');
  const noNote = await close({ isNotARequest: true });
  expect(noNote.body.code).toBe('conversations.note_needed');
  await close({ isNotARequest: true, note: 'Реклама' });
  const closed = await open(id);
  expect(closed).toMatchObject({ closedOutcome: 'not_a_request', touchedAt: null });

  await on()('POST /api/conversations/{id}/reopen', { id, version: closed.version }, agent.as);
  expect(await open(id)).toMatchObject({ state: 'open', callState: 'waiting' });
  await record(id, 'reached', { isClosed: false });
  expect((await open(id)).state).toBe('open');
  expect((await close()).status).toBe(200);
  expect((await open(id)).closedOutcome).toBe('reached');
});

test('a stale write is refused', async () => {
  const id = await taken();
  const { version } = await open(id);
  const until = new Date(world.clock.now().getTime() + hour * 1000).toISOString();
  const early = { id, version, until };
  const snooze = await on()('POST /api/conversations/{id}/snooze', early, agent.as);
  expect(snooze.body.code).toBe('conversations.touch_first');
  await on()('POST /api/conversations/{id}/calls', { id }, agent.as);
  const stale = { id, version, outcome: 'reached' as const };
  const refused = await on()('POST /api/conversations/{id}/outcome', stale, agent.as);
  expect(refused.body.code).toBe('conversations.changed_meanwhile');
});

test('what is put aside comes back at its time', async () => {
  const id = await taken();
  await record(id, 'reached', { isClosed: false });
  const until = new Date(world.clock.now().getTime() + hour * 1000).toISOString();
  const { version } = await open(id);
  await on()('POST /api/conversations/{id}/snooze', { id, version, until }, agent.as);
  expect(await open(id)).toMatchObject({ state: 'snoozed', snoozedUntil: until });
  await pass(world, hour, 600);
  expect(await open(id)).toMatchObject({ state: 'open', snoozedUntil: null });

  const later = new Date(world.clock.now().getTime() + hour * 1000).toISOString();
  const seen = { id, version: (await open(id)).version };
  await on()('POST /api/conversations/{id}/snooze', { ...seen, until: later }, agent.as);
  const put = { id, version: (await open(id)).version };
  await on()('POST /api/conversations/{id}/wake', put, agent.as);
  expect(await open(id)).toMatchObject({ state: 'open', snoozedUntil: null });
});

test('a follow-up comes up on its day and is ticked off', async () => {
  const id = await taken();
  const dueAt = new Date(world.clock.now().getTime() + hour * 1000).toISOString();
  await record(id, 'reached', { followUp: { dueAt, text: 'Спросить, приехал ли мастер' } });
  const counts = async () => (await on()('GET /api/conversations/counts', {}, agent.as)).body;
  expect((await counts()).followUpsDue).toBe(0);
  const colleague = await signedIn(world, { role: 'administrator' });
  const { look, closeAll } = await openScreens(world);
  const [mine, other] = [await look(agent), await look(colleague)];
  world.clock.advance({ seconds: hour });
  expect((await counts()).followUpsDue).toBe(1);
  // A desk that stays open hears of it by itself, and once.
  await world.tick('conversations.follow_ups');
  await world.tick('conversations.follow_ups');
  await on()('POST /api/conversations/{id}/notes', { id, text: 'Пора' }, agent.as);
  const heard = ({ notes }: LiveScreen) =>
    notes.filter(({ subjectId }) => subjectId === id).map(({ type }) => type);
  await come(() => [mine, other].every((screen) => heard(screen).at(-1)?.endsWith('.noted')));
  closeAll();
  const due = 'conversations.follow_up_due';
  expect([mine, other].map((one) => heard(one).filter((type) => type === due))).toEqual([
    [due],
    [],
  ]);
  const listed = await on()('GET /api/follow-ups', { isDue: 'true' }, agent.as);
  const [followUp] = listed.body.rows;
  expect(followUp).toMatchObject({ conversationId: id, text: 'Спросить, приехал ли мастер' });
  await on()('POST /api/follow-ups/{id}/done', { id: followUp!.id }, agent.as);
  expect((await counts()).followUpsDue).toBe(0);
  const notMine = await on()('POST /api/follow-ups/{id}/done', { id: 999_999 }, agent.as);
  expect(notMine.body.code).toBe('conversations.follow_up_not_found');

  const past = { id, dueAt: new Date(world.clock.now().getTime() - 1000).toISOString() };
  const set = (when: { id: number; dueAt: string }) =>
    on()('POST /api/conversations/{id}/follow-ups', { ...when, text: 'Позвонить' }, agent.as);
  expect((await set(past)).body.fields).toHaveProperty('dueAt');
  const soon = new Date(world.clock.now().getTime() + hour * 1000).toISOString();
  expect((await set({ id, dueAt: soon })).status).toBe(201);
  expect((await open(id)).followUps).toHaveLength(2);
});

test('the plan of tries and the offering are settings', async () => {
  const boss = await signedIn(world, { role: 'administrator' });
  const before = (await on()('GET /api/desk-settings', {}, boss.as)).body;
  expect(before).toMatchObject({ offerSeconds: 15, offerLimit: 3, escalatePercent: 80 });
  const settings = { ...before, retryDelaysSeconds: [600] };
  expect((await on()('PUT /api/desk-settings', settings, agent.as)).status).toBe(403);
  await on()('PUT /api/desk-settings', settings, boss.as);
  const id = await taken();
  const { body } = await record(id, 'no_answer');
  expect(Date.parse(body.nextTryAt!) - world.clock.now().getTime()).toBe(600_000);
  expect((await record(id, 'no_answer')).body.state).toBe('closed');
  await on()('PUT /api/desk-settings', before, boss.as);
});

test('whoever calls is offered nothing meanwhile', async () => {
  // Of those whom the tests before have left at the desk, only this one is still there.
  await world.ctx.db.updateTable('presence').set({ isHere: false }).execute();
  await beReady(world, agent);
  const busy = await taken();
  await on()('POST /api/conversations/{id}/calls', { id: busy }, agent.as);
  await ask(world);
  await pass(world, 2);
  const offer = async () => (await on()('GET /api/conversations/offer', {}, agent.as)).body.offer;
  expect(await offer()).toBeNull();
  await record(busy, 'reached');
  await pass(world, 1);
  expect(await offer()).not.toBeNull();
});

test('a second form from a phone that still waits joins the first', async () => {
  const phone = '+79129990001';
  const id = await ask(world, { phone, wanted: 'Интернет' });
  const second = await ask(world, { phone, wanted: 'И телевидение' });
  expect(second).toBe(id);
  const [a, b] = await Promise.all([post(world, { phone }), post(world, { phone })]);
  expect(a.body.number).toBe(b.body.number);
  await on()('POST /api/conversations/{id}/take', { id }, agent.as);
  expect((await open(id)).messages.map((one) => one.text)).toContain('И телевидение');
  await record(id, 'reached');
  expect(await ask(world, { phone })).not.toBe(id);
});
