import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
const make = 'POST /api/ticket-macros';
const apply = 'POST /api/tickets/{id}/macros/{macroId}';

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

const macro = (name: string, more: object = {}) => ({
  name,
  fields: { priority: 'high' as const, takes: true, state: 'waiting' as const, waitHours: 24 },
  noteKind: 'told' as const,
  note: 'Мастер приедет завтра',
  ...more,
});

test('a macro sets, takes, waits and says at once, and the history names it', async () => {
  const { world, me, call, open, read } = desk;
  const macroId = (await call(make, macro('Выезд завтра'))).body.id;
  const id = await open();
  const { body } = await call(apply, { id, macroId, version: 1 });
  expect(body).toEqual({ id, version: 2 });
  const ticket = await read(id);
  expect(ticket).toMatchObject({
    priority: 'high',
    state: 'waiting',
    waitsUntil: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
    owner: { id: me.staffId },
    notes: [{ kind: 'told', text: 'Мастер приедет завтра' }],
  });
  const changed = ticket.history.find(({ type }) => type === 'tickets.changed');
  expect(changed?.facts['macroId']).toBe(macroId);
  const stale = await call(apply, { id, macroId, version: 1 });
  expect(stale.body.code).toBe('tickets.changed_meanwhile');
});

test('out of use it is put on nothing; beyond reach there is nothing to put it on', async () => {
  const { call, open, colleague } = desk;
  const body = macro('Закрыть', { fields: { state: 'done' } });
  const macroId = (await call(make, body)).body.id;
  const id = await open();
  const stranger = await colleague({ 'tickets.view': 'own', 'tickets.work': 'own' }, 'Юг');
  expect((await call(apply, { id, macroId, version: 1 }, stranger.as)).status).toBe(404);
  await call('PUT /api/ticket-macros/{id}', { id: macroId, ...body, isArchived: true });
  expect((await call(apply, { id, macroId, version: 1 })).body.code).toBe('tickets.no_such_macro');
  const { body: listed } = await call('GET /api/ticket-macros');
  expect(listed.macros.at(-1)).toMatchObject({ id: macroId, isArchived: true });
});

test.each<[string, object, string]>([
  ['nothing in it', { fields: {}, note: '' }, 'tickets.macro_empty'],
  ['a wait without an end', { fields: { state: 'waiting' } }, 'tickets.date_needed'],
  ['an owner who is not there', { fields: { ownerStaffId: 999_999 } }, 'tickets.cannot_work'],
  ['a name that is taken', { name: 'Занято' }, 'tickets.macro_taken'],
])('a macro with %s is refused', async (_, more, code) => {
  await desk.call(make, macro('Занято'));
  expect((await desk.call(make, macro('Новый', more))).body.code).toBe(code);
});
