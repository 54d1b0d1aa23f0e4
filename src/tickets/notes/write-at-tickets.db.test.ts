import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as searchApi } from '../../kernel/search/api.ts';
import type { SignedIn } from '../../testing/staff.ts';
import { api as workApi } from '../../work/api.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
let mate: SignedIn;
let work: ReturnType<typeof desk.world.via<typeof workApi>>;
const note = 'POST /api/tickets/{id}/notes';

beforeAll(async () => {
  desk = await openTicketDesk();
  work = desk.world.via(workApi);
  mate = await desk.colleague({ 'tickets.view': 'team', 'tickets.work': 'team' });
});
afterAll(() => desk.world.close());

const told = async (who: SignedIn) => {
  const { rows, unseenCount } = (await work('GET /api/mentions', {}, who.as)).body;
  return { unseenCount, rows: rows.map(({ entityId, reason }) => [entityId, reason]) };
};

test('what is written at a ticket is kept until it is written down', async () => {
  const { call, open, read, me } = desk;
  const id = await open();
  const at = { entity: 'tickets', entityId: id, version: 0 };
  const keep = (kind: 'note' | 'reply', text: string, writing: string) =>
    work('PUT /api/drafts', { ...at, kind, text, writing }, me.as);
  await keep('note', 'Соседи тоже', 'a');
  await keep('reply', 'Мастер едет', 'b');
  expect((await read(id)).drafts).toMatchObject([
    { kind: 'note', text: 'Соседи тоже' },
    { kind: 'reply', text: 'Мастер едет' },
  ]);
  await call(note, { id, kind: 'told', text: 'Мастер едет', writing: 'b' });
  expect((await read(id)).drafts.map(({ text }) => text)).toEqual(['Соседи тоже', '']);
  const stranger = await desk.colleague({ 'tickets.view': 'own', 'tickets.work': 'own' }, 'Юг');
  const refused = await work(
    'PUT /api/drafts',
    { ...at, kind: 'note', text: 'Ы', writing: 'c' },
    {
      ...stranger.as,
    },
  );
  expect(refused.body.code).toBe('work.record_not_found');
});

test('who looks at a ticket sees who else does', async () => {
  const id = await desk.open();
  const at = { entity: 'tickets', entityId: id };
  await work('POST /api/attention', { ...at, state: 'writing' }, mate.as);
  const { body } = await work('POST /api/attention', { ...at, state: 'looking' }, desk.me.as);
  expect(body.others).toMatchObject([{ staffId: mate.staffId, isWriting: true }]);
});

test('words wait where a colleague has done something that their writer has not seen', async () => {
  const { call, open, read, change } = desk;
  const id = await open();
  const newest = async () => (await read(id)).history.at(-1)?.id ?? 0;
  const seenId = await newest();
  // One's own steps make one's own words no older.
  await change(id, { priority: 'high' });
  expect((await call(note, { id, text: 'Моё', seenId })).status).toBe(201);
  await call(note, { id, text: 'Коллега ответил' }, mate.as);
  const stopped = await call(note, { id, text: 'Позвоню сам', seenId });
  expect(stopped.body.code).toBe('tickets.changed_meanwhile');
  expect((await call(note, { id, text: 'Позвоню сам', seenId: await newest() })).status).toBe(201);
  const texts = (await read(id)).notes.map(({ text }) => text);
  expect(texts).toEqual(['Моё', 'Коллега ответил', 'Позвоню сам']);
});

test('a long thread of notes is read back to its first, and every one of them is found', async () => {
  const { world, call, open, read, me } = desk;
  const id = await open();
  await world.ctx.pool.query(
    `insert into ticket_notes (ticket_id, kind, text, created_at)
     select $1, 'note', case n when 0 then 'Промерили рефлектометром' else 'Заметка ' || n end,
            $2::timestamptz - (600 - n) * interval '1 second'
     from   generate_series(0, 599) n`,
    [id, world.clock.now()],
  );
  await call(note, { id, text: `${'Подробно. '.repeat(500)}Сварили волокно` });
  const shown = await read(id);
  expect([shown.notes.length, shown.hasEarlierNotes]).toEqual([500, true]);
  const before = shown.notes[0]!.id;
  const page = async (cursor: string) =>
    (await call('GET /api/tickets/{id}/notes', { id, before, cursor, limit: 60 })).body;
  const notes = [...shown.notes];
  for (let cursor: string | null = ''; cursor !== null;) {
    const older: Awaited<ReturnType<typeof page>> = await page(cursor);
    notes.unshift(...older.notes);
    cursor = older.nextCursor;
  }
  expect(new Set(notes.map((one) => one.id)).size).toBe(601);
  expect(notes.slice(0, 2).map(({ text }) => text)).toEqual([
    'Промерили рефлектометром',
    'Заметка 1',
  ]);
  for (const q of ['рефлектометром', 'волокно']) {
    const found = await world.via(searchApi)('GET /api/search', { q, kinds: ['ticket'] }, me.as);
    expect(found.body.results.map(({ path }) => path)).toContain(`/tickets/${id}`);
  }
});

test('who is called by name in a note is told of the ticket, and of whatever can be seen', async () => {
  const { call, open } = desk;
  const id = await open();
  const hidden = await open({ teamId: null, ownerStaffId: desk.me.staffId });
  for (const one of [id, hidden]) {
    await call(note, { id: one, text: '@Коллега, глянь', mentions: [mate.staffId] });
  }
  expect(await told(mate)).toEqual({ unseenCount: 1, rows: [[id, 'named']] });
  const { rows } = (await work('GET /api/mentions', {}, mate.as)).body;
  expect(rows[0]).toMatchObject({ path: `/tickets/${id}`, byName: 'Смирнова Вера' });
});

test('who watches a ticket is told of notes, turns and who has it, in one line until it is seen', async () => {
  const { call, open, change, me } = desk;
  const watcher = await desk.colleague({ 'tickets.view': 'team', 'tickets.work': 'team' });
  const id = await open({ watcherIds: [watcher.staffId] });
  await call(note, { id, text: 'Заметка' });
  expect(await told(watcher)).toEqual({ unseenCount: 1, rows: [[id, 'noted']] });
  await change(id, { state: 'theirs' });
  expect(await told(watcher)).toEqual({ unseenCount: 1, rows: [[id, 'turned']] });
  // Nobody is told of what they do themselves, nor of what changes neither turn nor hands.
  await change(id, { priority: 'high' });
  await change(id, { state: 'ours' }, watcher.as);
  expect(await told(watcher)).toEqual({ unseenCount: 1, rows: [[id, 'turned']] });
  const { rows } = (await work('GET /api/mentions', {}, watcher.as)).body;
  await work('POST /api/mentions/seen', { ids: [rows[0]!.id] }, watcher.as);
  await change(id, { ownerStaffId: me.staffId });
  expect((await told(watcher)).rows).toEqual([
    [id, 'passed_on'],
    [id, 'turned'],
  ]);
});

test('whoever is given a ticket by somebody else is told; of many at once nobody is', async () => {
  const { call, open, change } = desk;
  const heir = await desk.colleague({ 'tickets.view': 'team', 'tickets.work': 'team' });
  const [id, other] = [await open(), await open()];
  await change(id, { ownerStaffId: heir.staffId });
  await change(other, { ownerStaffId: heir.staffId }, heir.as);
  const third = await open();
  const fields = { ownerStaffId: heir.staffId };
  await call('POST /api/tickets/bulk-changes', { target: { ids: [third] }, fields });
  expect(await told(heir)).toEqual({ unseenCount: 1, rows: [[id, 'given']] });
});

test('a text is filled with what is known of the ticket', async () => {
  const id = await desk.open({ subject: 'Обрыв' });
  const at = { entity: 'tickets', entityId: id };
  const { body } = await work('GET /api/template-values', at, desk.me.as);
  expect(body.values).toMatchObject({ ticket_number: String(id), ticket_subject: 'Обрыв' });
});
