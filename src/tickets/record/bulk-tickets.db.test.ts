import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
const change = 'POST /api/tickets/bulk-changes';
const undo = 'POST /api/tickets/bulk-changes/{id}/undo';

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

test('many are changed at once, each with its own history and clocks, and set back', async () => {
  const { me, call, open, read } = desk;
  const ids = [await open(), await open({ priority: 'low' })];
  const fields = { state: 'done' as const, priority: 'high' as const, ownerStaffId: me.staffId };
  const { body } = await call(change, { target: { ids }, fields });
  expect(body).toMatchObject({ state: 'done', changed: 2 });
  const [first] = ids.map(read);
  const closed = await first!;
  expect(closed).toMatchObject({ state: 'done', priority: 'high', owner: { id: me.staffId } });
  expect(closed.history.at(-1)).toMatchObject({
    type: 'tickets.closed',
    facts: { bulkChangeId: body.id, before: { priority: 'normal' } },
  });
  expect(closed.clocks.every(({ metAt }) => metAt !== null)).toBe(true);
  expect((await call(undo, { id: body.id })).body).toMatchObject({ state: 'undone', kept: 0 });
  const again = await Promise.all(ids.map(read));
  expect(again.map(({ state, priority, owner }) => [state, priority, owner])).toEqual([
    ['ours', 'normal', null],
    ['ours', 'low', null],
  ]);
  expect(again[0]?.clocks.some(({ status }) => status === 'running')).toBe(true);
});

test('taken back, no reply was given and nothing was closed anew', async () => {
  const { world, call, open, read, change: changeOne, addSubscriber } = desk;
  const [asked, closed] = [
    await open({ subscriberId: await addSubscriber('Ждущая') }),
    await open(),
  ];
  await changeOne(closed, { state: 'done' });
  const timeOf = async (id: number) => {
    const { closedAt, clocks } = await read(id);
    return { closedAt, clocks: clocks.map(({ kind, metAt, dueAt }) => [kind, metAt, dueAt]) };
  };
  const before = [await timeOf(asked), await timeOf(closed)];
  world.clock.advance({ seconds: 600 });
  const turned = await call(change, { target: { ids: [asked] }, fields: { state: 'theirs' } });
  const reopened = await call(change, { target: { ids: [closed] }, fields: { state: 'ours' } });
  world.clock.advance({ seconds: 600 });
  for (const { body } of [turned, reopened]) await call(undo, { id: body.id });
  expect([await timeOf(asked), await timeOf(closed)]).toEqual(before);
  // Answered since, the reply stays given.
  const again = await call(change, { target: { ids: [asked] }, fields: { state: 'theirs' } });
  world.clock.advance({ seconds: 60 });
  await call('POST /api/tickets/{id}/notes', { id: asked, kind: 'told', text: 'Едем' });
  await call(undo, { id: again.body.id });
  const answered = await read(asked);
  expect(answered.state).toBe('ours');
  expect(answered.clocks.find(({ kind }) => kind === 'first_reply')?.metAt).not.toBeNull();
});

test('whatever somebody has changed since stays; others’ changes are nobody’s to undo', async () => {
  const { call, open, read, change: changeOne, colleague } = desk;
  const ids = [await open(), await open()];
  const { body } = await call(change, { target: { ids }, fields: { priority: 'urgent' } });
  await changeOne(ids[0]!, { priority: 'low' });
  const other = await colleague({ 'tickets.view': 'all', 'tickets.work': 'own' });
  expect((await call(undo, { id: body.id }, other.as)).body.code).toBe('work.no_such_bulk_change');
  const open404 = await call('GET /api/tickets/bulk-changes/{id}', { id: body.id }, other.as);
  expect(open404.body.code).toBe('work.no_such_bulk_change');
  expect((await call('GET /api/tickets/bulk-changes', {}, other.as)).body.changes).toEqual([]);
  expect((await call(undo, { id: body.id })).body.kept).toBe(1);
  expect([(await read(ids[0]!)).priority, (await read(ids[1]!)).priority]).toEqual([
    'low',
    'normal',
  ]);
  // Seen by all, changed by nobody but their own.
  const none = await call(change, { target: { ids }, fields: { priority: 'high' } }, other.as);
  expect(none.body.changed).toBe(0);
});

test('ten thousand go on by a job, and are taken back the same way', async () => {
  const { world, call, categoryId } = desk;
  await sql`
    insert into tickets (category_id, subject, state, opened_at, created_at, updated_at)
    select ${categoryId}, 'Массовая', 'ours', now(), now(), now()
    from   generate_series(1, 10000)`.execute(world.ctx.db);
  const target = { filter: { field: 'subject', op: 'is' as const, value: 'Массовая' } };
  const count = async (priority: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from tickets
      where  subject = 'Массовая' and priority = ${priority}`.execute(world.ctx.db);
    return rows[0]?.count ?? 0;
  };
  const { body } = await call(change, { target, fields: { priority: 'high' } });
  expect(body).toMatchObject({ state: 'running', changed: 1000 });
  await world.runJobs();
  const progress = await call('GET /api/tickets/bulk-changes/{id}', { id: body.id });
  expect(progress.body).toMatchObject({ state: 'done', changed: 10_000 });
  expect(await count('high')).toBe(10_000);
  await call(undo, { id: body.id });
  await world.runJobs();
  expect(await count('normal')).toBe(10_000);
});

test.each<[string, object, string]>([
  ['nothing to change', {}, 'kernel.invalid_input'],
  ['waiting without a date', { state: 'waiting' }, 'tickets.date_needed'],
  ['an owner who is not there', { ownerStaffId: 999_999 }, 'tickets.cannot_work'],
])('%s is refused', async (_, fields, code) => {
  const { body } = await desk.call(change, { target: { ids: [1] }, fields });
  expect(body.code).toBe(code);
});
