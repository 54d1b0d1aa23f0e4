import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { bulkLoad } from '../index.ts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hearEvents } from '../../kernel/events/feed.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';
import { ruleReader } from './hear-changes.ts';

let desk: Desk;
const make = 'POST /api/ticket-rules';
const on = 'POST /api/ticket-rules/{id}/switch';
const hour = 3600;

const rule = (name: string, more: object = {}) => ({
  name,
  moment: 'opened' as const,
  afterSeconds: 0,
  calendarId: null,
  condition: null,
  fields: {},
  note: '',
  watcherIds: [],
  ...more,
});
const is = (field: string, value: string) => ({ field, op: 'is' as const, value });

beforeAll(async () => {
  desk = await openTicketDesk();
  await desk.world.hear();
});
beforeEach(async () => {
  const { rules } = (await desk.call('GET /api/ticket-rules')).body;
  for (const { id, version, isOn } of rules)
    if (isOn) await desk.call(on, { id, version, isOn: false });
});
afterAll(() => desk.world.close());

async function start(body: ReturnType<typeof rule>): Promise<number> {
  const made = await desk.call(make, body);
  expect(made.body).toEqual({ id: made.body.id });
  const { id } = made.body;
  await desk.call('POST /api/ticket-rules/{id}/trial', { id });
  expect((await desk.call(on, { id, version: 1, isOn: true })).status).toBe(200);
  return id;
}
const runs = async (id: number) =>
  (await desk.call('GET /api/ticket-rules/{id}/runs', { id })).body.runs;
const listed = async (id: number) =>
  (await desk.call('GET /api/ticket-rules')).body.rules.find((one) => one.id === id);

test('what is opened is set and noted by the rule, by name, once however often it is heard', async () => {
  const { world, call, me, open, read } = desk;
  const id = await start(
    rule('Срочное старшему', {
      condition: is('priority', 'urgent'),
      fields: { ownerStaffId: me.staffId },
      note: 'Взять первым',
      watcherIds: [me.staffId],
    }),
  );
  const [urgent, usual] = [await open({ priority: 'urgent', teamId: null }), await open()];
  await world.hear();
  const ticket = await read(urgent);
  expect(ticket).toMatchObject({
    owner: { id: me.staffId },
    watchers: [{ id: me.staffId }],
    notes: [{ text: 'Взять первым', author: null, rule: 'Срочное старшему' }],
  });
  expect(ticket.history.at(-1)).toMatchObject({ actor: null, facts: { cause: { ruleId: id } } });
  expect(ticket.names[`rule ${id}`]).toBe('Срочное старшему');
  expect((await read(usual)).notes).toEqual([]);
  // The journal read anew from its beginning, as after a copy that lost the cursor.
  await sql`update event_cursors set transaction_id = '0', event_id = 0
    where reader = 'tickets.rules'`.execute(world.ctx.db);
  await world.hear();
  expect((await read(urgent)).notes).toHaveLength(1);
  expect(await runs(id)).toMatchObject([{ ticketId: urgent, outcome: 'done' }]);
  expect((await call('GET /api/ticket-rules/{id}/runs', { id: 999_999 })).status).toBe(404);
});

test('a worker that dies amid its work has done nothing, the next does it once', async () => {
  const { world, open, read } = desk;
  const id = await start(rule('Умирающий', { note: 'Один раз' }));
  const ticketId = await open();
  await world.ctx.db
    .transaction()
    .execute(async (db) => {
      const dying = { ...world.ctx, db };
      while ((await hearEvents(dying, 'tickets.rules', ruleReader)) > 0);
      await sql`savepoint never`.execute(db);
      throw new Error('killed');
    })
    .catch(() => null);
  expect(await runs(id)).toEqual([]);
  await world.hear();
  expect((await read(ticketId)).notes).toHaveLength(1);
});

test('two rules that undo each other stop, and both say so', async () => {
  const { world, open, read, change } = desk;
  const up = await start(
    rule('Вверх', {
      moment: 'changed',
      condition: is('priority', 'low'),
      fields: { priority: 'high' },
    }),
  );
  const down = await start(
    rule('Вниз', {
      moment: 'changed',
      condition: is('priority', 'high'),
      fields: { priority: 'low' },
    }),
  );
  const id = await open();
  await change(id, { priority: 'low' });
  await world.hear();
  await world.hear();
  expect((await read(id)).priority).toBe('high');
  expect((await listed(up))?.counts).toEqual({ done: 2, stopped: 1 });
  expect((await listed(down))?.counts).toEqual({ done: 1, stopped: 2 });
  const reasons = (await runs(up)).map(({ reason }) => reason);
  expect(reasons.filter((reason) => reason !== null)).toEqual(['own']);
});

test('any three rules over any changes come to rest', async () => {
  const { world, call, open, change } = desk;
  const fields = fc.record(
    {
      priority: fc.constantFrom('low', 'normal', 'high'),
      state: fc.constantFrom('ours', 'theirs', 'done'),
    },
    { requiredKeys: [] },
  );
  const one = fc.record({
    moment: fc.constantFrom('opened', 'changed', 'state_changed', 'noted', 'in_state', 'unchanged'),
    condition: fc.option(fc.constantFrom(is('priority', 'low'), is('state', 'ours'))),
    fields,
    note: fc.constantFrom('', 'Правило'),
  });
  let round = 0;
  const property = fc.asyncProperty(
    fc.array(one, { minLength: 3, maxLength: 3 }),
    fc.array(fields, { minLength: 1, maxLength: 3 }),
    async (rules, changed) => {
      round += 1;
      const ids: number[] = [];
      for (const [at, each] of rules.entries()) {
        const body = rule(`Круг ${round}.${at}`, { ...each, afterSeconds: hour });
        const made = await call(make, body);
        if (made.status !== 201) continue;
        await call('POST /api/ticket-rules/{id}/trial', { id: made.body.id });
        await call(on, { id: made.body.id, version: 1, isOn: true });
        ids.push(made.body.id);
      }
      const id = await open();
      for (const each of changed) await change(id, each);
      let before = -1;
      let acted = 0;
      for (let turn = 0; turn < 12 && before !== acted; turn += 1) {
        before = acted;
        await world.hear();
        world.clock.advance({ seconds: 2 * hour });
        await world.tick('tickets.stays');
        await world.hear();
        const { rows } = await sql<{ count: number }>`
          select count(*) as count from ticket_rule_runs where ticket_id = ${id}`.execute(
          world.ctx.db,
        );
        acted = rows[0]?.count ?? 0;
      }
      expect(acted).toBe(before);
      for (const own of ids) await call(on, { id: own, version: 1, isOn: false });
    },
  );
  await fc.assert(property, { numRuns: 4, seed: 20 });
});

test('what has lasted long enough is acted upon once for each stay, from the switching on', async () => {
  const { world, open, read, change } = desk;
  const before = await open();
  await change(before, { state: 'theirs' });
  world.clock.advance({ seconds: 25 * hour });
  const id = await start(
    rule('Молчит сутки', {
      moment: 'in_state',
      afterSeconds: 24 * hour,
      condition: is('state', 'theirs'),
      note: 'Сутки без ответа',
    }),
  );
  const ticketId = await open();
  await change(ticketId, { state: 'theirs' });
  world.clock.advance({ seconds: 24 * hour - 1 });
  await world.tick('tickets.stays');
  expect(await runs(id)).toEqual([]);
  world.clock.advance({ seconds: 1 });
  for (const _ of [1, 2]) await world.tick('tickets.stays');
  expect((await read(ticketId)).notes).toHaveLength(1);
  // A new stay is another occasion.
  await change(ticketId, { state: 'ours' });
  await change(ticketId, { state: 'theirs' });
  world.clock.advance({ seconds: 24 * hour });
  await world.tick('tickets.stays');
  expect((await read(ticketId)).notes).toHaveLength(2);
  expect((await read(before)).notes).toEqual([]);
});

test('what had lasted elsewhere before an import brought it is not acted upon', async () => {
  const { world } = desk;
  const condition = is('state', 'done');
  const id = await start(
    rule('Закрыт сутки', { moment: 'in_state', afterSeconds: 24 * hour, condition, note: 'Сутки' }),
  );
  world.clock.advance({ seconds: 30 * hour });
  const closedAt = new Date(world.clock.now().getTime() - 25 * hour * 1000);
  const old = { subscriberId: null, category: 'Старое', subject: 'Давно', openedAt: closedAt };
  const load = (importId: number | null) =>
    inBulkTransaction(world.ctx, (ctx) =>
      bulkLoad(ctx, [{ ...old, state: 'done', closedAt }], importId),
    );
  await load(1);
  await world.tick('tickets.stays');
  expect(await runs(id)).toEqual([]);
  await load(null);
  await world.tick('tickets.stays');
  expect(await runs(id)).toHaveLength(1);
});

test('what is refused leaves nothing behind, and the rule says why', async () => {
  const { world, open, read, colleague } = desk;
  const gone = await colleague({ 'tickets.view': 'all', 'tickets.work': 'all' });
  const id = await start(
    rule('Ушедшему', { fields: { priority: 'high', ownerStaffId: gone.staffId }, note: 'Ему' }),
  );
  await sql`update staff set disabled_at = now() where id = ${gone.staffId}`.execute(world.ctx.db);
  const ticketId = await open();
  await world.hear();
  expect(await read(ticketId)).toMatchObject({ priority: 'normal', notes: [] });
  expect(await runs(id)).toMatchObject([{ outcome: 'refused', reason: 'tickets.cannot_work' }]);
});

test('a ticket that was split off is opened like any other', async () => {
  const { world, call, open, read } = desk;
  await start(rule('Новому', { note: 'Открыт' }));
  const id = await open();
  await world.hear();
  const noteIds = [
    (await call('POST /api/tickets/{id}/notes', { id, text: 'Отдельно' })).body.noteId,
  ];
  const { version } = await read(id);
  const split = { id, version, subject: 'Другое', noteIds };
  const { body } = await call('POST /api/tickets/{id}/split', split);
  await world.hear();
  expect((await read(body.id)).notes.map(({ text }) => text)).toContain('Открыт');
});

/** As though the rule had acted so often just now, on whatever. */
const actedBefore = (ruleId: number, ticketId: number, times: number) =>
  sql`insert into ticket_rule_runs (rule_id, ticket_id, at, event_id, outcome)
    select ${ruleId}, ${ticketId}, ${desk.world.clock.now()}, -n, 'done'
    from   generate_series(1, ${times}) n`.execute(desk.world.ctx.db);

test('what happened beyond the limit of an hour waits for its turn, once', async () => {
  const { world, open, read } = desk;
  const id = await start(rule('Авария', { note: 'Общая авария' }));
  await actedBefore(id, await open({}), 1000);
  const ticketId = await open();
  await world.hear();
  expect((await runs(id))[0]).toMatchObject({ ticketId, outcome: 'stopped', reason: 'hour' });
  await world.tick('tickets.waiting');
  expect((await read(ticketId)).notes).toEqual([]);
  world.clock.advance({ seconds: hour + 1 });
  for (const _ of [1, 2]) await world.tick('tickets.waiting');
  expect((await read(ticketId)).notes).toHaveLength(1);
  expect((await runs(id))[0]).toMatchObject({ ticketId, outcome: 'done', reason: null });
});

test('what has lasted on a ticket beyond its limit waits for the next hour', async () => {
  const { world, open, read, change } = desk;
  const id = await start(
    rule('Ждём час', {
      moment: 'in_state',
      afterSeconds: hour,
      condition: is('state', 'theirs'),
      note: 'Час без ответа',
    }),
  );
  const ticketId = await open();
  await change(ticketId, { state: 'theirs' });
  world.clock.advance({ seconds: hour });
  await actedBefore(id, ticketId, 20);
  await world.tick('tickets.stays');
  expect((await runs(id))[0]).toMatchObject({ ticketId, outcome: 'stopped', reason: 'ticket' });
  world.clock.advance({ seconds: hour + 1 });
  for (const _ of [1, 2]) await world.tick('tickets.stays');
  expect((await read(ticketId)).notes).toHaveLength(1);
});

test('a watcher who has left keeps no rule from acting', async () => {
  const { world, call, me, open, read, colleague } = desk;
  const gone = await colleague({ 'tickets.view': 'all', 'tickets.work': 'all' });
  await start(rule('Наблюдать', { watcherIds: [me.staffId] }));
  const ticketId = await open({ watcherIds: [gone.staffId] });
  await sql`update staff set disabled_at = now() where id = ${gone.staffId}`.execute(world.ctx.db);
  await world.hear();
  expect((await read(ticketId)).watchers).toMatchObject([{ id: me.staffId }, { id: gone.staffId }]);
  const watchers = { id: ticketId, watcherIds: [gone.staffId] };
  expect((await call('PUT /api/tickets/{id}/watchers', watchers)).status).toBe(200);
});

test('what many are changed by at once sets nothing off', async () => {
  const { world, call, open } = desk;
  const id = await start(rule('На каждое', { moment: 'changed', note: 'Изменено' }));
  const ids = [await open(), await open()];
  await call('POST /api/tickets/bulk-changes', { target: { ids }, fields: { priority: 'low' } });
  await world.hear();
  expect(await runs(id)).toEqual([]);
});

test('an answer of the subscriber and a norm that is near are heard', async () => {
  const { world, open, read } = desk;
  const near = await start(rule('Норматив близко', { moment: 'norm_near', note: 'Скоро срок' }));
  const late = await start(rule('Срок вышел', { moment: 'overdue', note: 'Срок вышел' }));
  const ticketId = await open({ priority: 'urgent' });
  world.clock.advance({ seconds: 25 * hour });
  await world.tick('tickets.due');
  await world.tick('tickets.stays');
  await world.hear();
  expect((await runs(near)).map((one) => one.ticketId)).toContain(ticketId);
  expect((await runs(late)).map((one) => one.ticketId)).toContain(ticketId);
  expect((await read(ticketId)).notes.map(({ rule: by }) => by)).toEqual([
    'Срок вышел',
    'Норматив близко',
  ]);
});

test('a rule is on only after its trial, and off when it does something else', async () => {
  const { call } = desk;
  const body = rule('Проба', { note: 'Есть' });
  const { id } = (await call(make, body)).body;
  expect((await call(on, { id, version: 1, isOn: true })).body.code).toBe('tickets.rule_untried');
  await call('POST /api/ticket-rules/{id}/trial', { id });
  await call(on, { id, version: 1, isOn: true });
  const put = (version: number, more: object) =>
    call('PUT /api/ticket-rules/{id}', { id, version, ...body, isArchived: false, ...more });
  await put(1, { name: 'Проба 2' });
  expect(await listed(id)).toMatchObject({ isOn: true, isTried: true, version: 2 });
  expect((await put(1, {})).body.code).toBe('tickets.changed_meanwhile');
  await put(2, { name: 'Проба 2', note: 'Другое' });
  expect(await listed(id)).toMatchObject({ isOn: false, isTried: false });
  await put(3, { name: 'Проба 2', note: 'Другое', isArchived: true });
  const { rules } = (await call('GET /api/ticket-rules')).body;
  expect(rules.at(-1)).toMatchObject({ id, isArchived: true });
  await call('PUT /api/ticket-rules/order', { ids: rules.map((one) => one.id).toReversed() });
  const again = (await call('GET /api/ticket-rules')).body.rules;
  expect(again.filter((one) => !one.isArchived).map((one) => one.id)).toEqual(
    rules
      .filter((one) => !one.isArchived)
      .map((one) => one.id)
      .toReversed(),
  );
});

test.each<[string, object, string]>([
  ['nothing to do', {}, 'tickets.rule_empty'],
  ['no time', { moment: 'in_state', note: 'x' }, 'tickets.rule_after_needed'],
  [
    'a field that is not there',
    { condition: is('nowhere', '1'), note: 'x' },
    'kernel.unknown_field',
  ],
  ['a wait without an end', { fields: { state: 'waiting' } }, 'tickets.date_needed'],
  ['the balance in its note', { note: 'На счёте {{balance}}' }, 'tickets.rule_personal'],
  ['a watcher who is not there', { watcherIds: [999_999] }, 'tickets.cannot_work'],
])('a rule with %s is refused', async (_, more, code) => {
  expect((await desk.call(make, rule('Негодное', more))).body.code).toBe(code);
});
