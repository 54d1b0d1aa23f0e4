import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as workApi } from '../../work/api.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
let fault: number;
let debt: number;
const label = 'PUT /api/tickets/{id}/labels';

beforeAll(async () => {
  desk = await openTicketDesk();
  const { world, me } = desk;
  const make = async (name: string): Promise<number> =>
    (await world.via(workApi)('POST /api/labels', { name }, me.as)).body.id;
  [fault, debt] = [await make('Авария'), await make('Долг')];
});
afterAll(() => desk.world.close());

/** Rows of these as the list shows them. */
const list = async (ids: readonly number[], more: object = {}) => {
  const only = { field: 'id', op: 'in' as const, value: [...ids] };
  const { body } = await desk.call('POST /api/tickets/list', {
    columns: ['labels'],
    filter: only,
    sort: { field: 'id', direction: 'asc' },
    ...more,
  });
  return body;
};
const labelsIn = async (ids: readonly number[]): Promise<unknown[]> =>
  (await list(ids)).rows.map(({ cells }) => cells['labels']);

test('labels are a column, a filter and groups of the list, and a line of the history', async () => {
  const { call, open, read } = desk;
  const ids = [await open(), await open(), await open()];
  const [both, one, none] = ids as [number, number, number];
  await call(label, { id: both, add: [fault, debt] });
  await call(label, { id: one, add: [debt] });
  await call(label, { id: one, add: [debt] });
  const [a, d] = [String(fault), String(debt)];
  expect(await labelsIn(ids)).toEqual([[a, d], [d], null]);
  const filtered = async (op: string, value?: unknown) => {
    const filter = {
      all: [
        { field: 'id', op: 'in', value: ids },
        { field: 'labels', op, value },
      ],
    };
    return (await list(ids, { filter })).rows.map(({ id }) => id);
  };
  expect(await filtered('is', d)).toEqual([both, one]);
  expect(await filtered('is_not', a)).toEqual([one, none]);
  expect(await filtered('empty')).toEqual([none]);
  const { groups } = await list(ids, { groupBy: 'labels' });
  expect(groups?.map(({ label: name, count }) => [name, count])).toEqual([
    ['Авария', 1],
    ['Долг', 1],
    [undefined, 1],
  ]);
  const ticket = await read(one);
  expect(ticket).toMatchObject({ version: 1, labels: [{ name: 'Долг' }] });
  const steps = ticket.history.filter(({ type }) => type === 'tickets.labelled');
  expect(steps.map(({ facts }) => facts['added'])).toEqual([['Долг']]);
});

test('a file has the names of all labels in one cell', async () => {
  const { world, me, call, open } = desk;
  const id = await open({ subject: 'В файл' });
  await call(label, { id, add: [fault, debt] });
  const query = JSON.stringify({
    columns: ['labels'],
    filter: { field: 'id', op: 'is', value: id },
  });
  const url = `/api/tickets/export?format=csv&query=${encodeURIComponent(query)}`;
  const { body } = await world.request({ method: 'GET', url, headers: me.as });
  expect(body).toContain('Авария, Долг');
});

test('many get a label at once and lose another; taken back, each is as it was', async () => {
  const { call, open, read } = desk;
  const ids = [await open(), await open(), await open()];
  await call(label, { id: ids[0]!, add: [fault] });
  await call(label, { id: ids[1]!, add: [debt] });
  const before = await labelsIn(ids);
  const fields = { addLabels: [fault], removeLabels: [debt], priority: 'high' as const };
  const { body } = await call('POST /api/tickets/bulk-changes', { target: { ids }, fields });
  expect(body).toMatchObject({ state: 'done', changed: 3 });
  expect(await labelsIn(ids)).toEqual([[String(fault)], [String(fault)], [String(fault)]]);
  expect(await read(ids[1]!)).toMatchObject({ priority: 'high', labels: [{ name: 'Авария' }] });
  await call('POST /api/tickets/bulk-changes/{id}/undo', { id: body.id });
  expect(await labelsIn(ids)).toEqual(before);
  const unknown = { target: { ids }, fields: { addLabels: [999_999] } };
  const refused = await call('POST /api/tickets/bulk-changes', unknown);
  expect(refused.body.code).toBe('work.label_not_found');
});

test('one that bears as many as it can loses what is to go, though it gets no more', async () => {
  const { world, call, open } = desk;
  const id = await open();
  await call(label, { id, add: [debt] });
  await sql`with made as (insert into labels (name, name_key, color, created_at)
      select 'Метка ' || n, 'метка ' || n, 'gray', now() from generate_series(1, 20) n returning id)
    insert into labelled (entity, entity_id, label_id, created_at)
    select 'tickets', ${id}, id, now() from made`.execute(world.ctx.db);
  const fields = { addLabels: [fault], removeLabels: [debt] };
  await call('POST /api/tickets/bulk-changes', { target: { ids: [id] }, fields });
  const [own] = (await labelsIn([id])) as [string[]];
  expect([own.length, own.includes(String(debt))]).toEqual([20, false]);
});

test('a macro puts labels on, takes others off, and says what it knows of the ticket', async () => {
  const { call, open, read, addSubscriber } = desk;
  const macro = (name: string, note: string) => ({
    name,
    fields: { addLabels: [fault], removeLabels: [debt] },
    noteKind: 'told' as const,
    note,
  });
  const subscriberId = await addSubscriber('Журавлёв');
  const id = await open({ subscriberId, subject: 'Обрыв' });
  await call(label, { id, add: [debt] });
  const make = 'POST /api/ticket-macros';
  const macroId = (await call(make, macro('Авария', '{{name}}, по № {{ticket_number}} едем'))).body
    .id;
  const applied = await call('POST /api/tickets/{id}/macros/{macroId}', {
    id,
    macroId,
    version: 1,
  });
  expect(applied.status).toBe(200);
  expect(await read(id)).toMatchObject({
    labels: [{ name: 'Авария' }],
    notes: [{ kind: 'told', text: `Пётр, по № ${id} едем` }],
  });
  // Of nobody's ticket no name is known: nothing half filled is said, and nothing is changed.
  const nobodys = await open();
  const put = { id: nobodys, macroId, version: 1 };
  const refused = await call('POST /api/tickets/{id}/macros/{macroId}', put);
  expect(refused.body.code).toBe('work.variable_unfilled');
  expect(await read(nobodys)).toMatchObject({ labels: [], notes: [] });
  const odd = await call(make, macro('Странный', 'Привет, {{никто}}'));
  expect(odd.body.code).toBe('work.unknown_variable');
});
