import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emit } from '../../kernel/events/journal.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { api as normsApi } from '../../norms/api.ts';
import { bulkLoad } from '../index.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
const MINUTE = 60;
const HOUR = 3600;

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

const wait = (seconds: number): void => desk.world.clock.advance({ seconds });
const clocks = async (id: number) =>
  Object.fromEntries((await desk.read(id)).clocks.map((one) => [one.kind, one]));
const row = (id: number) =>
  desk.world.ctx.db
    .selectFrom('tickets')
    .select(['dueAt', 'escalateAt', 'escalatedAt', 'state'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
const later = (seconds: number): Date =>
  new Date(desk.world.clock.now().getTime() + seconds * 1000);

test('a subscriber’s ticket promises a reply and a resolution, and says why', async () => {
  const { open, read, call, addSubscriber } = desk;
  const id = await open({ subscriberId: await addSubscriber('Ждунов') });
  expect((await row(id)).dueAt).toEqual(later(HOUR));
  wait(10 * MINUTE);
  await call('POST /api/tickets/{id}/notes', { id, kind: 'told', text: 'Едем' });
  expect(await clocks(id)).toMatchObject({
    first_reply: { status: 'met', spentSeconds: 10 * MINUTE },
    resolution: {
      status: 'running',
      deadline: { normSeconds: 24 * HOUR, isRoundTheClock: true, pausedSeconds: 0 },
    },
  });
  expect((await row(id)).dueAt).toEqual(later(24 * HOUR - 10 * MINUTE));
  expect((await read(id)).clocks).toHaveLength(2);
});

test('the clocks stand while a date is waited for, and run on when it comes', async () => {
  const { world, open, read, change } = desk;
  const id = await open();
  wait(HOUR);
  await change(id, { state: 'waiting', waitsUntil: later(5 * HOUR).toISOString() });
  expect(await row(id)).toMatchObject({ dueAt: null, escalateAt: null });
  wait(4 * HOUR);
  await world.tick('tickets.due');
  expect((await row(id)).state).toBe('waiting');
  wait(HOUR);
  await world.tick('tickets.due');
  expect(await row(id)).toMatchObject({ state: 'ours', dueAt: later(23 * HOUR) });
  expect(await clocks(id)).toMatchObject({
    resolution: { spentSeconds: HOUR, deadline: { pausedSeconds: 5 * HOUR } },
  });
  const { history } = await read(id);
  expect(history.at(-1)).toMatchObject({ actor: null, facts: { after: { state: 'ours' } } });
});

test('the supervisor is called at four fifths of a norm, once for each', async () => {
  const { world, open, read, addSubscriber } = desk;
  const id = await open({ subscriberId: await addSubscriber('Срочнов') });
  const calls = async () =>
    (await read(id)).history.filter(({ type }) => type === 'tickets.escalated').length;
  wait(48 * MINUTE - 1);
  await world.tick('tickets.due');
  expect(await calls()).toBe(0);
  wait(1);
  await world.tick('tickets.due');
  await world.tick('tickets.due');
  expect(await calls()).toBe(1);
  wait(19 * HOUR);
  await world.tick('tickets.due');
  expect(await calls()).toBe(2);
  expect((await row(id)).escalateAt).toBeNull();
});

describe('the narrowest norm holds', () => {
  test('category and priority before the category, the category before the priority', async () => {
    const { call, open, change, categoryId } = desk;
    const { body } = await call('GET /api/ticket-categories');
    const other = body.categories[1]?.id ?? 0;
    const norms = await desk.world.via(normsApi)('GET /api/norms', {}, desk.me.as);
    const calendarId = norms.body.calendars[0]?.id ?? 0;
    const set = (of: object, hours: number) =>
      call('PUT /api/ticket-norms', {
        kind: 'resolution',
        categoryId: null,
        priority: null,
        targetSeconds: hours * HOUR,
        calendarId,
        ...of,
      });
    expect((await set({}, 1)).body.code).toBe('tickets.norm_of_all');
    expect((await set({ categoryId: 999_999 }, 1)).body.code).toBe('tickets.no_such_category');
    await set({ priority: 'urgent' }, 4);
    await set({ categoryId }, 8);
    const narrowest = (await set({ categoryId, priority: 'urgent' }, 2)).body.id;
    const hours = async (id: number) =>
      ((await clocks(id))['resolution']?.deadline.normSeconds ?? 0) / HOUR;
    expect(await hours(await open({ categoryId: other }))).toBe(24);
    expect(await hours(await open({ categoryId: other, priority: 'urgent' }))).toBe(4);
    const id = await open({ categoryId });
    expect(await hours(id)).toBe(8);
    await change(id, { priority: 'urgent' });
    expect(await hours(id)).toBe(2);
    expect((await row(id)).dueAt).toEqual(later(2 * HOUR));
    await call('DELETE /api/ticket-norms/{id}', { id: narrowest });
    expect(await hours(id)).toBe(2);
    expect(await hours(await open({ categoryId, priority: 'urgent' }))).toBe(8);
    const listed = await call('GET /api/ticket-norms');
    expect(listed.body.norms).toHaveLength(2);
    const gone = await call('DELETE /api/ticket-norms/{id}', { id: narrowest });
    expect(gone.body.code).toBe('tickets.no_such_norm');
  });
});

test('what is said in its conversation turns a ticket and moves its clocks', async () => {
  const { world, call, open, change } = desk;
  const { id: conversationId } = await world.ctx.db
    .insertInto('conversations')
    .values({
      channel: 'site_form',
      openedAt: world.clock.now(),
      normSeconds: 60,
      calendarId: 1,
      touchDueAt: world.clock.now(),
      nextDueAt: world.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const id = await open();
  await call('PUT /api/tickets/{id}/conversations/{conversationId}', { id, conversationId });
  await change(id, { state: 'theirs' });
  const happen = async (type: string, facts = {}, occurredAt?: Date): Promise<void> => {
    const subject = { kind: 'conversation', id: conversationId };
    await emit(world.ctx, { type, subject, facts, occurredAt });
    await world.hear();
  };
  await happen('conversations.message_came', { isAutomatic: true });
  expect((await row(id)).state).toBe('theirs');
  wait(HOUR);
  await happen('conversations.message_came');
  expect(await row(id)).toMatchObject({ state: 'ours', dueAt: later(4 * HOUR) });
  await happen('conversations.outcome_recorded', { outcome: 'no_answer' });
  expect((await clocks(id))['next_reply']?.status).toBe('running');
  wait(MINUTE);
  await happen('conversations.outcome_recorded', { outcome: 'reached' });
  expect(await clocks(id)).toMatchObject({ next_reply: { status: 'met', spentSeconds: MINUTE } });
  // Heard of late: what was answered meanwhile awaits nothing, and the clocks stood no longer.
  await call('POST /api/tickets/{id}/notes', { id, kind: 'told', text: 'Едем' });
  await happen('conversations.message_came', {}, later(-1));
  expect((await clocks(id))['next_reply']?.status).toBe('met');
  wait(MINUTE);
  await change(id, { state: 'theirs' });
  wait(3 * HOUR);
  await happen('conversations.message_came', {}, later(-2 * HOUR));
  const turned = await row(id);
  expect(turned).toMatchObject({ state: 'ours', dueAt: later(2 * HOUR) });
});

test('the list stands by the time left; what a base brought late calls nobody', async () => {
  const { world, call, open, change } = desk;
  const old = { subscriberId: null, category: 'Старое', subject: 'Давно', closedAt: null };
  const openedAt = later(-30 * HOUR);
  const [late = 0] = await inBulkTransaction(world.ctx, (ctx) =>
    bulkLoad(ctx, [{ ...old, state: 'ours', openedAt }]),
  );
  expect(await row(late)).toMatchObject({ dueAt: later(-6 * HOUR), escalateAt: null });
  await change(await open(), { state: 'done' });
  const { body } = await call('POST /api/tickets/list', {
    columns: ['dueAt', 'state'],
    sort: { field: 'dueAt', direction: 'asc' },
    limit: 200,
  });
  const shown = body.rows.map(({ cells }) => cells['dueAt'] as string | null);
  const known = shown.filter((one) => one !== null);
  expect(known).toEqual(known.toSorted());
  expect(shown.indexOf(null)).toBe(known.length);
});
