import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
const merge = 'POST /api/tickets/{id}/merge';
const unmerge = 'POST /api/tickets/{id}/unmerge';
const link = 'POST /api/tickets/{id}/links';

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

test('the number of a merged ticket leads to what it became, with its notes and conversations', async () => {
  const { call, open, read, change } = desk;
  const [into, from] = [await open({ subject: 'Главная' }), await open({ subject: 'Вторая' })];
  await call('POST /api/tickets/{id}/notes', { id: from, text: 'Заметка второй' });
  await call(merge, { id: into, fromId: from });
  const opened = await read(from);
  expect(opened).toMatchObject({ id: into, parts: [{ id: from, subject: 'Вторая' }] });
  expect(opened.notes.map(({ text }) => text)).toEqual(['Заметка второй']);
  expect(opened.history.at(-1)).toMatchObject({ type: 'tickets.merged' });
  const late = await call('PATCH /api/tickets/{id}', { id: from, version: 1, priority: 'low' });
  expect(late.body.code).toBe('tickets.merged');
  expect((await call(merge, { id: into, fromId: into })).body.code).toBe('tickets.same_ticket');
  expect((await call(merge, { id: into, fromId: from })).body.code).toBe('tickets.merged');
  await call(unmerge, { id: from });
  expect(await read(from)).toMatchObject({ id: from, subject: 'Вторая' });
  expect((await read(into)).notes).toEqual([]);
  expect((await change(from, { priority: 'low' })).status).toBe(200);
  expect((await call(unmerge, { id: from })).body.code).toBe('tickets.not_merged');
});

test('a ticket and a part of it set apart at once each stand by themselves', async () => {
  const { call, open, read } = desk;
  for (let time = 0; time < 5; time += 1) {
    const [root, whole, part] = [await open(), await open(), await open()];
    await call(merge, { id: whole, fromId: part });
    await call(merge, { id: root, fromId: whole });
    const apart = await Promise.all([call(unmerge, { id: whole }), call(unmerge, { id: part })]);
    expect(apart.map(({ status }) => status)).toEqual([200, 200]);
    expect([(await read(whole)).id, (await read(part)).id]).toEqual([whole, part]);
  }
});

test('what is beyond reach is neither merged nor set apart', async () => {
  const { call, open, me, colleague } = desk;
  const owned = { ownerStaffId: me.staffId };
  const [into, from] = [await open(owned), await open(owned)];
  const stranger = await colleague({ 'tickets.view': 'all', 'tickets.work': 'own' }, 'Юг');
  expect((await call(merge, { id: into, fromId: from }, stranger.as)).status).toBe(404);
  await call(merge, { id: into, fromId: from });
  expect((await call(unmerge, { id: from }, stranger.as)).status).toBe(404);
});

test('a word of two tickets is shown by both, and taken back', async () => {
  const { call, open, read } = desk;
  const [fault, victim] = [await open({ subject: 'Обрыв' }), await open({ subject: 'Нет связи' })];
  const word = { id: victim, otherId: fault, kind: 'caused_by' as const };
  await call(link, word);
  await call(link, word);
  expect((await read(victim)).links).toEqual([
    { kind: 'caused_by', isSaidHere: true, id: fault, subject: 'Обрыв', state: 'ours' },
  ]);
  expect((await read(fault)).links).toMatchObject([{ isSaidHere: false, id: victim }]);
  await call('DELETE /api/tickets/{id}/links/{otherId}/{kind}', word);
  expect((await read(fault)).links).toEqual([]);
  expect((await call(link, { ...word, otherId: victim })).body.code).toBe('tickets.same_ticket');
});
