import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openTicketDesk } from '../testing/desk.ts';
import { sweepRecurrences } from './sweep-recurrences.ts';

let desk: Desk;
const day = 86_400;
const make = 'POST /api/ticket-recurrences';

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

const body = (name: string, schedule: object = {}, more: object = {}) => ({
  name,
  schedule: {
    every: 'day' as const,
    interval: 1,
    startsOn: '2026-03-01',
    endsOn: null,
    time: '10:00',
    ...schedule,
  },
  timeZone: 'Asia/Tomsk',
  calendarId: null,
  offDays: 'keep' as const,
  catchUp: 'last' as const,
  template: { categoryId: desk.categoryId, subject: name, ownerStaffId: desk.me.staffId },
  ...more,
});
const listed = async (id: number) => {
  const { recurrences } = (await desk.call('GET /api/ticket-recurrences')).body;
  return recurrences.find((one) => one.id === id)!;
};
const put = async (id: number, more: object) => {
  const { version, nextAt: _, lastDays: __, ...rest } = await listed(id);
  return desk.call('PUT /api/ticket-recurrences/{id}', { ...rest, id, version, ...more });
};
const turn = () => desk.world.tick('tickets.recurring');

test('it is opened at its time, once, as its template says, and the history names it', async () => {
  const { world, call, me, read } = desk;
  const { id } = (await call(make, body('Обход узлов'))).body;
  // 06:00 in the UTC is 13:00 in Tomsk: today's ten o'clock has passed.
  expect((await listed(id)).nextAt).toBe('2026-03-03T03:00:00.000Z');
  world.clock.moveTo(new Date('2026-03-03T02:59:59Z'));
  await turn();
  expect((await listed(id)).lastDays).toEqual([]);
  world.clock.advance({ seconds: 1 });
  await Promise.all([turn(), turn()]);
  await turn();
  const { lastDays } = await listed(id);
  expect(lastDays.map(({ on, reason }) => [on, reason])).toEqual([['2026-03-03', null]]);
  const ticket = await read(lastDays[0]?.ticketId ?? 0);
  expect(ticket).toMatchObject({ subject: 'Обход узлов', owner: { id: me.staffId } });
  expect(ticket.names[`recurrence ${id}`]).toBe('Обход узлов');
  await put(id, { isArchived: true });
});

test('after a stop of days the last one is opened, or each, as is set; a death doubles none', async () => {
  const { world, call } = desk;
  const last = (await call(make, body('Последний'))).body.id;
  const each = (await call(make, body('Каждый', {}, { catchUp: 'each' }))).body.id;
  world.clock.advance({ seconds: 5 * day });
  await world.ctx.db
    .transaction()
    .execute(async (db) => {
      await sweepRecurrences({ ...world.ctx, db });
      throw new Error('killed');
    })
    .catch(() => null);
  expect((await listed(each)).lastDays).toEqual([]);
  await turn();
  expect((await listed(last)).lastDays.map(({ on }) => on)).toEqual(['2026-03-08']);
  expect((await listed(each)).lastDays.map(({ on }) => on)).toEqual([
    '2026-03-08',
    '2026-03-07',
    '2026-03-06',
    '2026-03-05',
    '2026-03-04',
  ]);
  for (const id of [last, each]) await put(id, { isArchived: true });
});

test('a year of months, with a clock that jumps, has twelve days', async () => {
  const { world, call } = desk;
  const schedule = { every: 'month', dayOfMonth: 31, time: '23:30' };
  const { id } = (await call(make, body('Сверка', schedule, { catchUp: 'each' }))).body;
  const begun = world.clock.now();
  for (let at = 0; at < 365; at += 9) {
    world.clock.advance({ seconds: 9 * day });
    await turn();
  }
  const found = await world.ctx.db
    .selectFrom('ticketRecurrenceDays')
    .select('occursOn')
    .where('recurrenceId', '=', id)
    .orderBy('occursOn')
    .execute();
  const rows = found.map(({ occursOn }) => occursOn);
  expect(rows.slice(0, 3)).toEqual(['2026-03-31', '2026-04-30', '2026-05-31']);
  expect(rows).toHaveLength(12);
  await put(id, { isArchived: true });
  world.clock.moveTo(begun);
});

test('what falls into a pause is not made up for', async () => {
  const { world, call } = desk;
  const { id } = (await call(make, body('С паузой', {}, { catchUp: 'each' }))).body;
  await put(id, { isPaused: true });
  expect((await listed(id)).nextAt).toBeNull();
  world.clock.advance({ seconds: 4 * day });
  await put(id, { isPaused: false });
  await turn();
  expect((await listed(id)).lastDays).toEqual([]);
  world.clock.advance({ seconds: day });
  await turn();
  expect((await listed(id)).lastDays).toHaveLength(1);
  await put(id, { isArchived: true });
});

test('a ticket that cannot be opened leaves its reason, and the next day is tried again', async () => {
  const { world, call, colleague } = desk;
  const gone = await colleague({ 'tickets.work': 'all' });
  const template = { categoryId: desk.categoryId, subject: 'x', ownerStaffId: gone.staffId };
  const { id } = (await call(make, body('Ушедшему', {}, { template }))).body;
  await world.ctx.db
    .updateTable('staff')
    .set({ disabledAt: world.clock.now() })
    .where('id', '=', gone.staffId)
    .execute();
  world.clock.advance({ seconds: day });
  await turn();
  const { lastDays, nextAt } = await listed(id);
  expect(lastDays).toMatchObject([{ ticketId: null, reason: 'tickets.cannot_work' }]);
  expect(nextAt).not.toBeNull();
});

test('the next dates are shown before it is kept', async () => {
  const { name: _, catchUp: __, template: ___, ...timing } = body('x', { endsOn: '2026-12-31' });
  const { body: shown } = await desk.call('POST /api/ticket-recurrences/next-dates', timing);
  expect(shown.dates).toHaveLength(8);
});

test.each<[string, object, object, string]>([
  ['no such zone', {}, { timeZone: 'Mars/Olympus' }, 'tickets.bad_time_zone'],
  ['days off of no calendar', {}, { offDays: 'skip' }, 'tickets.calendar_needed'],
  ['no such calendar', {}, { calendarId: 999_999 }, 'tickets.no_such_calendar'],
  ['weeks without a day', { every: 'week' }, {}, 'kernel.invalid_input'],
])('with %s it is refused', async (_, schedule, more, code) => {
  expect((await desk.call(make, body('Негодное', schedule, more))).body.code).toBe(code);
});
