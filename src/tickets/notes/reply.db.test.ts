import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { api as conversationsApi } from '../../conversations/api.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
let channelId: number;
let conversationId: number;
const visitor = 'olga'.padEnd(40, '-');
let asked = 0;
const reply = 'POST /api/tickets/{id}/notes';

beforeAll(async () => {
  desk = await openTicketDesk();
  const { world, me } = desk;
  const chat = { name: 'Сайт', title: 'Спросите нас', greeting: '' };
  channelId = (await world.via(channelsApi)('POST /api/channels/chat', chat, me.as)).body.id;
  await ask('Нет связи с утра');
  const row = await world.ctx.db.selectFrom('conversations').select('id').executeTakeFirstOrThrow();
  conversationId = row.id;
  await world.hear();
});
afterAll(() => desk.world.close());

async function ask(text: string, token = visitor): Promise<void> {
  const { world } = desk;
  const key = `message-key-${String(asked++).padStart(8, '0')}`;
  const line = { channelId, token, key, text, page: '' };
  await world.via(channelsApi)('POST /api/public/chat/messages', line);
  await world.tick('channels.take_up');
}
async function left(): Promise<void> {
  await desk.world.tick('channels.send');
  await desk.world.hear();
}
async function answers(): Promise<string[]> {
  const seen = { channelId, token: visitor };
  const { body } = await desk.world.via(channelsApi)('POST /api/public/chat/lines', seen);
  return body.lines.flatMap(({ isOurs, text }) => (isOurs ? [text] : []));
}
const touchedAt = async () =>
  (
    await desk.world.ctx.db
      .selectFrom('conversations')
      .select('touchedAt')
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow()
  ).touchedAt;

test('a rule writes to the subscriber once, and a person is still waited for', async () => {
  const { call, open, read, world } = desk;
  const { id: ruleId } = (
    await call('POST /api/ticket-rules', {
      name: 'Приняли',
      moment: 'opened',
      afterSeconds: 0,
      calendarId: null,
      condition: { field: 'subject', op: 'contains', value: 'роутер' },
      fields: {},
      note: 'Приняли заявку № {{ticket_number}}',
      noteKind: 'reply',
      watcherIds: [],
    })
  ).body;
  await call('POST /api/ticket-rules/{id}/trial', { id: ruleId });
  await call('POST /api/ticket-rules/{id}/switch', { id: ruleId, version: 1, isOn: true });
  const id = await open({ subject: 'Мигает роутер', conversationId });
  await world.hear();
  await left();
  await world.hear();
  expect(await answers()).toEqual([`Приняли заявку № ${id}`]);
  expect((await read(id)).notes).toMatchObject([
    { kind: 'told', rule: 'Приняли', text: `Приняли заявку № ${id}`, sending: 'sent' },
  ]);
  expect(await touchedAt()).toBeNull();
  const lonely = await open({ subject: 'Другой роутер' });
  await world.hear();
  const { runs } = (await call('GET /api/ticket-rules/{id}/runs', { id: ruleId })).body;
  expect(runs[0]).toMatchObject({ ticketId: lonely, outcome: 'refused' });
  expect(runs[0]?.reason).toBe('tickets.cannot_reply');
});

test('a reply from a ticket goes to where they wrote, and is a reply when it has left', async () => {
  const { call, open, read } = desk;
  const id = await open({ conversationId });
  const clock = async () =>
    (await read(id)).clocks.find(({ kind }) => kind !== 'resolution')?.status;
  expect((await call(reply, { id, kind: 'reply', text: 'Мастер будет в 15:00' })).status).toBe(201);
  expect((await read(id)).notes).toMatchObject([{ kind: 'told', sending: 'waiting' }]);
  expect(await touchedAt()).toBeNull();
  await left();
  expect((await answers()).at(-1)).toBe('Мастер будет в 15:00');
  expect((await read(id)).notes).toMatchObject([{ sending: 'sent' }]);
  expect(await touchedAt()).not.toBeNull();
  expect(await clock()).not.toBe('late');
});

test('a macro replies too, and nothing of it is done where there is nowhere to write', async () => {
  const { call, open, read, colleague } = desk;
  const macro = {
    name: 'Готово и сказано',
    fields: { state: 'done' as const },
    noteKind: 'reply' as const,
    note: 'По заявке № {{ticket_number}} всё готово',
  };
  const { id: macroId } = (await call('POST /api/ticket-macros', macro)).body;
  const apply = 'POST /api/tickets/{id}/macros/{macroId}';
  const id = await open({ conversationId });
  await call(apply, { id, macroId, version: 1 });
  await left();
  expect((await answers()).at(-1)).toBe(`По заявке № ${id} всё готово`);
  const lonely = await open();
  const refused = await call(apply, { id: lonely, macroId, version: 1 });
  expect(refused.body).toMatchObject({ code: 'tickets.cannot_reply' });
  expect(await read(lonely)).toMatchObject({ state: 'ours', notes: [] });
  // Who may not answer there cannot by way of a ticket.
  const clerk = await colleague({ 'tickets.view': 'all', 'tickets.work': 'all' });
  const by = { id: await open({ conversationId }), kind: 'reply' as const, text: 'Привет' };
  expect((await call(reply, by, clerk.as)).body.code).toBe('tickets.cannot_reply');
});

test('a reply goes to whose the ticket is, and to nobody who is linked with it too', async () => {
  const { call, open, addSubscriber, world } = desk;
  const text = 'На счёте не хватает 200 ₽';
  const theirs = await open({ subscriberId: await addSubscriber('Орлов') });
  await call('PUT /api/tickets/{id}/conversations/{conversationId}', {
    id: theirs,
    conversationId,
  });
  const wrong = await call(reply, { id: theirs, kind: 'reply', text });
  expect(wrong.body.code).toBe('tickets.cannot_reply');
  await ask('А у меня тоже нет', 'petr'.padEnd(40, '-'));
  const other = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const shared = await open({ conversationId });
  const join = { id: shared, conversationId: other.id };
  await call('PUT /api/tickets/{id}/conversations/{conversationId}', join);
  const unclear = await call(reply, { id: shared, kind: 'reply', text });
  expect(unclear.body.code).toBe('tickets.cannot_reply');
});

test('what a rule told later answers no question of the subscriber', async () => {
  const { call, open, read, world } = desk;
  const id = await open({ conversationId });
  await world.hear();
  await call('PATCH /api/tickets/{id}', { id, version: 1, state: 'theirs' });
  await world.hear();
  world.clock.advance({ seconds: 5 });
  await ask('Так когда же?');
  const { rules } = (await call('GET /api/ticket-rules')).body;
  const createdAt = new Date(world.clock.now().getTime() + 1000);
  await world.ctx.db
    .insertInto('ticketNotes')
    .values({ ticketId: id, kind: 'told', text: 'Приняли', ruleId: rules[0]?.id, createdAt })
    .execute();
  await world.hear();
  expect((await read(id)).state).toBe('ours');
});

test('what became one with the conversation of a ticket is heard by it as well', async () => {
  const { call, open, read, world, me } = desk;
  const conversations = world.via(conversationsApi);
  const asking = async (token: string): Promise<number> => {
    await ask('Пропала связь', token);
    const { rows } = await sql<{ id: number }>`
      select max(id) as id from conversations`.execute(world.ctx.db);
    return rows[0]!.id;
  };
  const [part, root] = [await asking('ivan'.padEnd(40, '-')), await asking('home'.padEnd(40, '-'))];
  const id = await open({ conversationId: part });
  for (const one of [part, root])
    await conversations('POST /api/conversations/{id}/take', { id: one }, me.as);
  const { version } = (await conversations('GET /api/conversations/{id}', { id: root }, me.as))
    .body;
  const merging = { id: root, fromId: part, version };
  const merged = await conversations('POST /api/conversations/{id}/merge', merging, me.as);
  expect(merged.status).toBe(200);
  await call('PATCH /api/tickets/{id}', { id, version: (await read(id)).version, state: 'theirs' });
  const { id: ruleId } = (
    await call('POST /api/ticket-rules', {
      name: 'Слышим',
      moment: 'answered',
      afterSeconds: 0,
      calendarId: null,
      condition: { field: 'id', op: 'is', value: id },
      fields: {},
      note: 'Слышим',
      watcherIds: [],
    })
  ).body;
  const trial = async () =>
    (await call('POST /api/ticket-rules/{id}/trial', { id: ruleId })).body.count;
  await trial();
  await call('POST /api/ticket-rules/{id}/switch', { id: ruleId, version: 1, isOn: true });
  world.clock.advance({ seconds: 60 });
  await ask('Ну что там?', 'home'.padEnd(40, '-'));
  await world.hear();
  await world.hear();
  expect(await read(id)).toMatchObject({ state: 'ours', notes: [{ text: 'Слышим' }] });
  expect(await trial()).toBe(1);
  for (const one of [part, root]) {
    const beside = { conversationId: one };
    const { body } = await call('GET /api/tickets/of-conversation/{conversationId}', beside);
    expect(body.tickets.map((ticket) => ticket.id)).toEqual([id]);
  }
  const waiting = async () => {
    const clock = (await read(id)).clocks.find(({ kind }) => kind === 'next_reply');
    return clock?.status;
  };
  const before = await waiting();
  const now = (await conversations('GET /api/conversations/{id}', { id: root }, me.as)).body;
  const words = { id: root, version: now.version, text: 'Едем' };
  await conversations('POST /api/conversations/{id}/messages', words, me.as);
  await left();
  expect([before, await waiting()]).toEqual(['running', 'met']);
});

test('a machine that answers every answer is answered twice, and then by a person', async () => {
  const { call, open, world } = desk;
  const token = 'robot'.padEnd(40, '-');
  await ask('Включите связь', token);
  const { id: conversationIdOfRobot } = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  const id = await open({ conversationId: conversationIdOfRobot });
  const { id: ruleId } = (
    await call('POST /api/ticket-rules', {
      name: 'Отвечаем сразу',
      moment: 'answered',
      afterSeconds: 0,
      calendarId: null,
      condition: { field: 'id', op: 'is', value: id },
      fields: {},
      note: 'Получили, ждите',
      noteKind: 'reply',
      watcherIds: [],
    })
  ).body;
  await call('POST /api/ticket-rules/{id}/trial', { id: ruleId });
  await call('POST /api/ticket-rules/{id}/switch', { id: ruleId, version: 1, isOn: true });
  const again = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      world.clock.advance({ seconds: 1800 });
      await ask('Меня нет на месте', token);
      await world.hear();
      await left();
    }
  };
  const reasons = async () =>
    (await call('GET /api/ticket-rules/{id}/runs', { id: ruleId })).body.runs.map(
      ({ outcome, reason }) => reason ?? outcome,
    );
  await again(4);
  expect(await reasons()).toEqual(['replies', 'replies', 'done', 'done']);
  world.clock.advance({ seconds: 60 });
  await call(reply, { id, kind: 'note', text: 'Это автоответчик' });
  await again(3);
  expect(await reasons()).toEqual([
    'replies',
    'done',
    'done',
    'replies',
    'replies',
    'done',
    'done',
  ]);
});
