import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { emitMany } from '../kernel/events/journal.ts';
import { api as conversationsApi } from '../conversations/api.ts';
import { api as searchApi } from '../kernel/search/api.ts';
import { api as subscribersApi } from '../subscribers/api.ts';
import { ask } from '../testing/requests.ts';
import { sendFile } from '../testing/upload.ts';
import { api as workApi } from '../work/api.ts';
import { type Desk, openTicketDesk } from './testing/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

describe('a new ticket', () => {
  test('begins as its category says, unless told otherwise', async () => {
    const { call, open, read, me } = desk;
    const { body } = await call('POST /api/ticket-categories', {
      name: 'Авария на узле',
      priority: 'urgent',
      teamId: me.teamId,
    });
    const plain = await read(await open({ categoryId: body.id }));
    expect(plain).toMatchObject({
      priority: 'urgent',
      state: 'ours',
      team: { id: me.teamId },
      owner: null,
      createdBy: 'Смирнова Вера',
    });
    const told = await read(await open({ categoryId: body.id, priority: 'low' }));
    expect(told.priority).toBe('low');
  });

  test('out of a conversation knows it and whose it is, and is known by it', async () => {
    const { world, call, open, read, addSubscriber } = desk;
    const subscriberId = await addSubscriber('Обращаев');
    await world.via(subscribersApi)(
      'POST /api/subscribers/{id}/contacts',
      { id: subscriberId, kind: 'phone', value: '+79131234501' },
      desk.me.as,
    );
    const asked = await ask(world, { phone: '+79131234501' });
    const conversation = await world.ctx.db
      .selectFrom('conversations')
      .select(['id', 'number'])
      .where('id', '=', asked)
      .executeTakeFirstOrThrow();
    const id = await open({ conversationId: conversation.id });
    expect(await read(id)).toMatchObject({
      subscriberId,
      conversations: [{ id: conversation.id, number: conversation.number }],
    });
    const other = await open();
    const join = { id: other, conversationId: conversation.id };
    await call('PUT /api/tickets/{id}/conversations/{conversationId}', join);
    await call('PUT /api/tickets/{id}/conversations/{conversationId}', join);
    const { body } = await call('GET /api/tickets/of-conversation/{conversationId}', {
      conversationId: conversation.id,
    });
    expect(body.tickets.map((one) => one.id)).toEqual([other, id]);
    const joined = (await read(other)).history.filter(
      ({ type }) => type === 'tickets.conversation_joined',
    );
    expect(joined).toHaveLength(1);
    const stranger = await desk.colleague({ 'tickets.view': 'own', 'tickets.work': 'own' }, 'Юг');
    const seen = await call(
      'GET /api/tickets/of-conversation/{conversationId}',
      { conversationId: conversation.id },
      stranger.as,
    );
    expect(seen.body.tickets).toEqual([]);
    await expect(open({ conversationId: conversation.id }, stranger.as)).rejects.toThrow(
      'no_such_conversation',
    );
  });

  test('of nobody and no team is whoever’s opens it', async () => {
    const { world, me, open, read } = desk;
    const teamIs = async (teamId: number | null): Promise<void> => {
      await world.ctx.db
        .updateTable('staff')
        .set({ teamId })
        .where('id', '=', me.staffId)
        .execute();
      world.clock.advance({ seconds: 60 });
    };
    await teamIs(null);
    const ticket = await read(await open());
    expect([ticket.owner?.id, ticket.team]).toEqual([me.staffId, null]);
    await teamIs(me.teamId);
  });

  test.each([
    ['a category that is not there', { categoryId: 999_999 }, 'tickets.no_such_category'],
    ['an owner who is not there', { ownerStaffId: 999_999 }, 'tickets.cannot_work'],
    ['a team that is not there', { teamId: 999_999 }, 'tickets.no_such_team'],
    ['somebody else’s account', { accountId: 999_999 }, 'tickets.not_of_subscriber'],
    ['a subscriber who is not there', { subscriberId: 999_999 }, 'subscribers.not_found'],
    ['an attribute nobody defined', { attributes: { x: 1 } }, 'work.attribute_undefined'],
    [
      'a conversation that is not there',
      { conversationId: 999_999 },
      'tickets.no_such_conversation',
    ],
  ])('is refused with %s', async (_, fields, code) => {
    const { call, categoryId } = desk;
    const { body } = await call('POST /api/tickets', { categoryId, subject: 'Тема', ...fields });
    expect(body.code).toBe(code);
  });
});

describe('every change', () => {
  test('stands in the history as a difference, by whom and when', async () => {
    const { world, me, open, read, change } = desk;
    const id = await open({ subject: 'Нет интернета' });
    await change(id, { priority: 'urgent', subject: 'Нет связи', ownerStaffId: me.staffId });
    world.clock.advance({ seconds: 60 });
    const until = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    await change(id, { state: 'waiting', waitsUntil: until });
    await change(id, { state: 'done' });
    await change(id, { state: 'ours' });
    const { history, names, state, closedAt } = await read(id);
    expect([state, closedAt]).toEqual(['ours', null]);
    expect(history.map(({ type, facts, details }) => [type, facts['after'], details])).toEqual([
      ['tickets.opened', undefined, { subject: 'Нет интернета' }],
      [
        'tickets.changed',
        { priority: 'urgent', ownerStaffId: me.staffId },
        { before: { subject: 'Нет интернета' }, after: { subject: 'Нет связи' } },
      ],
      ['tickets.changed', { state: 'waiting', waitsUntil: until }, null],
      ['tickets.closed', { state: 'done', waitsUntil: null }, null],
      ['tickets.reopened', { state: 'ours' }, null],
    ]);
    expect(history.at(-1)?.actor).toBe('Смирнова Вера');
    expect(names).toMatchObject({ [`staff ${me.staffId}`]: 'Смирнова Вера' });
  });

  test('that changes nothing leaves no line', async () => {
    const { open, read, change } = desk;
    const id = await open();
    const { body } = await change(id, { priority: 'normal', attributes: {} });
    expect(body.version).toBe(1);
    expect((await read(id)).history).toHaveLength(1);
  });

  test('of what somebody has changed meanwhile is refused', async () => {
    const { call, open, change } = desk;
    const id = await open();
    await change(id, { priority: 'high' });
    const { body } = await call('PATCH /api/tickets/{id}', { id, version: 1, priority: 'low' });
    expect(body.code).toBe('tickets.changed_meanwhile');
  });

  test.each([
    ['without its date', { state: 'waiting' }, 'tickets.date_needed'],
    [
      'for a date that is past',
      { state: 'waiting', waitsUntil: '2020-01-01T00:00:00Z' },
      'tickets.date_past',
    ],
  ])('to waiting %s is refused', async (_, fields, code) => {
    const { open, change } = desk;
    expect((await change(await open(), fields)).body.code).toBe(code);
  });

  test('of the subscriber leaves the former one’s account behind, and both histories stand', async () => {
    const { open, read, change, addSubscriber } = desk;
    const first = await addSubscriber('Первый');
    const second = await addSubscriber('Второй');
    const id = await open({ subscriberId: first });
    await change(id, { subscriberId: second });
    const { subscriberName, history } = await read(id);
    expect(subscriberName).toContain('Второй');
    expect(history.map(({ type }) => type)).toEqual(['tickets.opened', 'tickets.changed']);
  });
});

test('notes carry files, which only those who see the ticket can save', async () => {
  const { world, me, call, open, read, colleague } = desk;
  const id = await open();
  const note = await call('POST /api/tickets/{id}/notes', { id, text: 'Кабель оборван' });
  const { noteId } = note.body;
  const file = { name: 'фото.jpg', type: 'image/jpeg', content: 'снимок' };
  const route = 'POST /api/tickets/{id}/notes/{noteId}/files';
  const url = route.replace('POST ', '').replace('{id}', `${id}`).replace('{noteId}', `${noteId}`);
  expect((await sendFile(world, url, file, me.as)).status).toBe(201);
  await call('POST /api/tickets/{id}/notes', { id, kind: 'told', text: 'Приедем завтра' });
  const { notes } = await read(id);
  expect(notes.map(({ kind, text, files }) => [kind, text, files.length])).toEqual([
    ['note', 'Кабель оборван', 1],
    ['told', 'Приедем завтра', 0],
  ]);
  const saved = { id, fileId: notes[0]?.files[0]?.id ?? 0 };
  expect((await call('GET /api/tickets/{id}/files/{fileId}', saved)).body).toBe('снимок');
  const stranger = await colleague({ 'tickets.view': 'own', 'tickets.work': 'all' }, 'Чужая');
  const refused = await call('GET /api/tickets/{id}/files/{fileId}', saved, stranger.as);
  expect(refused.body.code).toBe('tickets.file_not_found');
  expect((await sendFile(world, url, file, stranger.as)).status).toBe(404);
});

test('watchers are those who may work on tickets', async () => {
  const { me, call, open, read } = desk;
  const id = await open({ watcherIds: [me.staffId] });
  expect(await read(id)).toMatchObject({ isWatching: true, watchers: [{ id: me.staffId }] });
  await call('PUT /api/tickets/{id}/watchers', { id, watcherIds: [] });
  expect((await read(id)).isWatching).toBe(false);
  const { body } = await call('PUT /api/tickets/{id}/watchers', { id, watcherIds: [999_999] });
  expect(body.code).toBe('tickets.cannot_work');
});

test('the list stands in groups by any attribute, the operator’s own ones too', async () => {
  const { world, me, call, open } = desk;
  const { body: made } = await world.via(workApi)(
    'POST /api/attributes',
    { entity: 'tickets', label: 'Бригада', type: 'choice', choices: ['Север', 'Юг'] },
    me.as,
  );
  for (const value of ['Север', 'Юг', 'Юг']) {
    await open({ subject: 'Бригадная', attributes: { [made.key]: value } });
  }
  const { body } = await call('POST /api/tickets/list', {
    columns: ['id', 'subject', 'state'],
    filter: { field: 'subject', op: 'is', value: 'Бригадная' },
    groupBy: `attributes.${made.key}`,
  });
  expect(body.groups?.map(({ value, count }) => [value, count])).toEqual([
    ['Север', 1],
    ['Юг', 2],
  ]);
  expect(body.rows).toHaveLength(3);
});

test('a ticket is found by its number, by what is written on it and by what once was', async () => {
  const { world, me, call, open, change, addSubscriber } = desk;
  const id = await open({ subject: 'Гудит муфта', description: 'Возле подъезда' });
  await call('POST /api/tickets/{id}/notes', { id, text: 'Заменили термоусадку' });
  await change(id, { subject: 'Шкаф во дворе', description: '' });
  const find = async (q: string): Promise<string[]> => {
    const { body } = await world.via(searchApi)('GET /api/search', { q, kinds: ['ticket'] }, me.as);
    return body.results.map(({ path }) => path);
  };
  const path = `/tickets/${id}`;
  for (const q of [`№${id}`, 'шкаф', 'муфта', 'подъезда', 'термоусадку']) {
    expect(await find(q)).toContain(path);
  }
  // What was said while the ticket was one person's stays that person's.
  await change(id, { subscriberId: await addSubscriber('Первый') });
  await change(id, { subject: 'Сломана калитка' });
  await change(id, { subscriberId: await addSubscriber('Второй'), subject: 'Обрыв' });
  expect(await find('обрыв')).toContain(path);
  expect(await find('калитка')).not.toContain(path);
});

test('the card shows open tickets first; an open one holds an erasure up, a closed one forgets', async () => {
  const { world, me, open, read, change, addSubscriber } = desk;
  const subscriberId = await addSubscriber('Стиралов');
  const as = me.as;
  const via = world.via(subscribersApi);
  const first = await open({ subscriberId, subject: 'Первая', description: 'Слова' });
  const second = await open({ subscriberId, subject: 'Вторая' });
  await change(second, { state: 'done' });
  const { body: card } = await via('GET /api/subscribers/{id}', { id: subscriberId }, as);
  const shown = card.parts['tickets'] as { id: number }[];
  expect(shown.map(({ id }) => id)).toEqual([first, second]);
  const erase = () =>
    via(
      'POST /api/subscribers/{id}/erase',
      { id: subscriberId, confirm: card.displayName, reason: 'request' },
      as,
    );
  expect((await erase()).body.code).toBe('tickets.still_open');
  await change(first, { state: 'done', subject: 'Третья' });
  const told = await via(
    'GET /api/subscribers/{id}/personal-data',
    { id: subscriberId, format: 'json' },
    as,
  );
  expect(JSON.stringify(told.body)).toContain('Третья');
  const left = { id: subscriberId, version: 1, status: 'left' as const, leftOn: '2020-01-01' };
  await via('PATCH /api/subscribers/{id}', left, as);
  expect((await erase()).status).toBe(200);
  await world.runJobs();
  const forgotten = await read(first);
  expect([forgotten.subject, forgotten.description]).toEqual(['—', '']);
  expect(forgotten.history.every(({ details }) => details === null)).toBe(true);
});

test('what was said while a ticket was nobody’s, or another’s, is forgotten with whose it was', async () => {
  const { world, me, call, open, read, change, addSubscriber } = desk;
  const via = world.via(subscribersApi);
  // Hearing begins here.
  await world.hear();
  const of = await ask(world, { name: 'Безымянов' });
  const asked = await open({ conversationId: of, subject: 'Тайна первая' });
  const known = await open({ subject: 'Тайна вторая' });
  const [first, second] = [await addSubscriber('Забываев'), await addSubscriber('Остаёв')];
  const conversations = world.via(conversationsApi);
  await conversations('POST /api/conversations/{id}/take', { id: of }, me.as);
  const taken = await conversations('GET /api/conversations/{id}', { id: of }, me.as);
  const named = { id: of, version: taken.body.version, subscriberId: first };
  const told = await conversations('PUT /api/conversations/{id}/subscriber', named, me.as);
  expect(told).toMatchObject({ status: 200 });
  await world.hear();
  expect((await read(asked)).subscriberId).toBe(first);
  await change(known, { subscriberId: first, subject: 'Тайна третья' });
  await change(known, { subscriberId: second, subject: 'Другое' });
  // One that was merged ends with what it became.
  const whole = await open();
  await call('POST /api/tickets/{id}/merge', { id: whole, fromId: asked });
  await change(whole, { state: 'done' });
  const seen = await conversations('GET /api/conversations/{id}', { id: of }, me.as);
  const closing = { id: of, version: seen.body.version, isNotARequest: true, note: 'Проба' };
  await conversations('POST /api/conversations/{id}/close', closing, me.as);
  const confirm = (await via('GET /api/subscribers/{id}', { id: first }, me.as)).body.displayName;
  const input = { id: first, confirm, reason: 'request' as const, isBeforeRetention: true };
  const erased = await via('POST /api/subscribers/{id}/erase', input, me.as);
  expect(erased).toMatchObject({ status: 200 });
  const { rows } = await sql`select details from personal_history
    where details::text like '%Тайна%'`.execute(world.ctx.db);
  expect(rows).toEqual([]);
  expect((await read(known)).subject).toBe('Другое');
});

test('a history of any length is read back to its beginning', async () => {
  const { world, call, open, read } = desk;
  const id = await open();
  const subject = { kind: 'ticket', id };
  const step = (at: number) => ({ type: 'tickets.noted', subject, facts: { at } });
  await emitMany(
    world.ctx,
    Array.from({ length: 1300 }, (_, at) => step(at)),
  );
  const shown = await read(id);
  expect(shown.hasEarlier).toBe(true);
  expect(shown.history.at(-1)?.facts['at']).toBe(1299);
  const steps = [...shown.history];
  const route = 'GET /api/tickets/{id}/history';
  const before = steps[0]!.id;
  const page = async (cursor: string) =>
    (await call(route, { id, before, cursor, limit: 200 })).body;
  for (let cursor: string | null = ''; cursor !== null;) {
    const past: Awaited<ReturnType<typeof page>> = await page(cursor);
    steps.unshift(...past.history);
    cursor = past.nextCursor;
  }
  expect(steps[0]?.type).toBe('tickets.opened');
  expect(steps.slice(1).map(({ facts }) => facts['at'])).toEqual(
    Array.from({ length: 1300 }, (_, at) => at),
  );
  expect((await call(route, { id, before, cursor: 'нет' })).body.code).toBe('kernel.bad_cursor');
});

test('categories are kept, and put out of use', async () => {
  const { call, open } = desk;
  const fields = { name: 'Видеонаблюдение', priority: 'low' as const, teamId: null };
  const { body } = await call('POST /api/ticket-categories', fields);
  expect((await call('POST /api/ticket-categories', fields)).body.code).toBe(
    'tickets.category_taken',
  );
  await call('PUT /api/ticket-categories/{id}', { id: body.id, ...fields, isArchived: true });
  await expect(open({ categoryId: body.id })).rejects.toThrow('no_such_category');
  const { body: all } = await call('GET /api/ticket-categories');
  expect(all.categories.at(-1)).toMatchObject({ id: body.id, isArchived: true });
});
