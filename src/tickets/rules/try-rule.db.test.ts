import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { api as workApi } from '../../work/api.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
const hour = 3600;
const day = 24 * hour;

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

const plain = {
  name: '',
  moment: 'opened' as const,
  afterSeconds: 0,
  calendarId: null,
  condition: null,
  fields: {},
  note: 'x',
  watcherIds: [],
};
let count = 0;
async function trial(more: object, as?: Record<string, string>) {
  count += 1;
  const body = { ...plain, note: '', name: `Проба ${count}`, ...more };
  const { id } = (await desk.call('POST /api/ticket-rules', body)).body;
  const { status, body: shown } = await desk.call('POST /api/ticket-rules/{id}/trial', { id }, as);
  expect(status).toBe(200);
  return shown;
}
const is = (field: string, value: string) => ({ field, op: 'is' as const, value });

test('what it would have done is read from tickets as they were then, day by day', async () => {
  const { world, call, me, open, change } = desk;
  const attribute = { entity: 'tickets', label: 'Роутер', type: 'text' as const };
  const { key } = (await world.via(workApi)('POST /api/attributes', attribute, me.as)).body;
  const urgent = await open({ priority: 'urgent', attributes: { [key]: 'Кедр' } });
  await change(urgent, { priority: 'low', subject: 'Другое', attributes: { [key]: null } });
  world.clock.advance({ seconds: day });
  const usual = await open();
  await change(usual, { priority: 'urgent' });
  const again = await open({ priority: 'urgent' });
  const shown = await trial({
    condition: is('priority', 'urgent'),
    fields: { priority: 'high', ownerStaffId: me.staffId },
  });
  expect(shown).toMatchObject({ count: 2, tickets: 2, idle: 0, isWhole: true, asNow: [] });
  expect(shown.days).toEqual([
    { on: '2026-03-02', count: 1 },
    { on: '2026-03-03', count: 1 },
  ]);
  expect(shown.rows).toMatchObject([
    { ticketId: again },
    {
      ticketId: urgent,
      subject: 'Нет связи',
      changes: [
        { field: 'priority', before: 'urgent', after: 'high' },
        { field: 'ownerStaffId', before: null, after: me.staffId },
      ],
    },
  ]);
  expect(shown.names[`staff ${me.staffId}`]).toBe('Смирнова Вера');
  const { rows } = await trial({ condition: is(`attributes.${key}`, 'Кедр'), note: 'Кедр' });
  expect(rows.map(({ ticketId }) => ticketId)).toEqual([urgent]);
  // What the history does not keep is told; whoever may see none of the tickets sees figures alone.
  const late = { field: 'escalatedAt', op: 'empty' as const };
  expect((await trial({ condition: late, note: 'x' })).asNow).toEqual(['escalatedAt']);
  const stranger = await desk.colleague({ 'tickets.settings': 'all', 'tickets.view': 'own' }, 'Юг');
  const { count: all, rows: none } = await trial({ note: 'x' }, stranger.as);
  expect([all, none]).toEqual([3, []]);
  expect((await call('POST /api/ticket-rules/{id}/trial', { id: 999_999 })).status).toBe(404);
});

test('every field that a list may be filtered by may be asked in a trial', async () => {
  const { fields } = (await desk.call('GET /api/tickets/fields')).body;
  const asked = fields.filter(({ filterable }) => filterable).map(({ key }) => key);
  expect(asked).toContain('externalNumber');
  const any = asked.map((field) => ({ field, op: 'not_empty' as const }));
  expect((await trial({ condition: { any }, note: 'x' })).count).toBeGreaterThan(0);
});

test('what would have changed nothing is counted apart, and so is what is older', async () => {
  const { world, open, change } = desk;
  world.clock.advance({ seconds: 40 * day });
  await open({ priority: 'low' });
  const id = await open({ priority: 'high' });
  await change(id, { state: 'theirs' });
  expect(await trial({ fields: { priority: 'high' } })).toMatchObject({ count: 1, idle: 1 });
  const turned = { moment: 'state_changed', condition: is('state', 'theirs'), note: 'x' };
  expect(await trial(turned)).toMatchObject({ count: 1, rows: [{ ticketId: id }] });
});

test('what would have lasted long enough is counted where it did', async () => {
  const { world, call, open, change } = desk;
  world.clock.advance({ seconds: 40 * day });
  const [short, long] = [await open(), await open()];
  for (const id of [short, long]) await change(id, { state: 'theirs' });
  world.clock.advance({ seconds: 10 * hour });
  await change(short, { state: 'ours' });
  world.clock.advance({ seconds: 50 * hour });
  const silent = {
    moment: 'in_state',
    afterSeconds: day,
    condition: is('state', 'theirs'),
    fields: { state: 'done' },
  };
  const shown = await trial(silent);
  expect(shown).toMatchObject({
    count: 1,
    rows: [{ ticketId: long, changes: [{ field: 'state', before: 'theirs', after: 'done' }] }],
  });
  expect(await trial({ ...silent, afterSeconds: 70 * hour })).toMatchObject({ count: 0 });
  const weekly = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((one) => [
      one,
      [{ from: '10:00', to: '12:00' }],
    ]),
  );
  const { rows } = await sql<{ id: number }>`
    insert into calendars (name, time_zone, weekly, created_at)
    values ('Два часа', 'UTC', ${JSON.stringify(weekly)}, now())
    returning id`.execute(world.ctx.db);
  const calendarId = rows[0]?.id;
  // Sixty hours hold two or three openings of two hours each.
  expect(await trial({ ...silent, afterSeconds: 4 * hour, calendarId })).toMatchObject({
    count: 1,
  });
  expect(await trial({ ...silent, afterSeconds: 8 * hour, calendarId })).toMatchObject({
    count: 0,
  });
  for (const moment of ['unchanged', 'unanswered', 'overdue'])
    expect(await trial({ moment, afterSeconds: hour, note: 'x' })).toMatchObject({
      isPresentOnly: moment === 'overdue',
    });
  expect((await call('GET /api/ticket-rules')).body.rules.every(({ isTried }) => isTried)).toBe(
    true,
  );
});

test('a trial locks nothing until its end, and one that was overtaken says so', async () => {
  const { world } = desk;
  const asked = await world.ctx.db.transaction().execute(async (db) => {
    const id = (await desk.call('POST /api/ticket-rules', { ...plain, name: 'Долгая' })).body.id;
    await sql`update ticket_rules set version = version + 1 where id = ${id}`.execute(db);
    const answer = desk.call('POST /api/ticket-rules/{id}/trial', { id });
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{ query: string }>`
          select query from pg_stat_activity
          where  datname = current_database() and wait_event_type = 'Lock'`.execute(world.ctx.db);
        expect(rows[0]?.query).toContain('update ticket_rules');
      },
      { timeout: 20_000 },
    );
    return { answer };
  });
  expect((await asked.answer).body.code).toBe('tickets.changed_meanwhile');
});
