import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Done, expectRestored, type Step } from '../../testing/any-order.ts';
import { patienceMs } from '../../testing/proof.ts';
import { untilWaiting } from '../../testing/until-waiting.ts';
import { sendFile } from '../../testing/upload.ts';
import { type Desk, openTicketDesk } from '../testing/desk.ts';

let desk: Desk;
const split = 'POST /api/tickets/{id}/split';
const undo = 'POST /api/tickets/{id}/splits/{splitId}/undo';
const merge = 'POST /api/tickets/{id}/merge';
const unmerge = 'POST /api/tickets/{id}/unmerge';

beforeAll(async () => {
  desk = await openTicketDesk();
});
afterAll(() => desk.world.close());

const noted = async (id: number, text: string): Promise<number> =>
  (await desk.call('POST /api/tickets/{id}/notes', { id, text })).body.noteId;
const splitOff = async (id: number, noteIds: number[], subject = 'Отдельно', as = desk.me.as) => {
  const { version } = await desk.read(id);
  return desk.call(split, { id, version, subject, noteIds }, as);
};
const textsOf = async (id: number) => (await desk.read(id)).notes.map(({ text }) => text);

test('chosen notes become a ticket of the same people, with their files and its own clock', async () => {
  const { world, me, open, read, addSubscriber } = desk;
  const subscriberId = await addSubscriber('Соколов');
  const id = await open({ subscriberId, watcherIds: [me.staffId], priority: 'high' });
  await noted(id, 'Про обрыв');
  world.clock.advance({ seconds: 3600 });
  const noteId = await noted(id, 'Про приставку');
  const wroteAt = world.clock.now().toISOString();
  const photo = { name: 'photo.txt', type: 'text/plain', content: 'Фото' };
  await sendFile(world, `/api/tickets/${id}/notes/${noteId}/files`, photo, me.as);
  world.clock.advance({ seconds: 3600 });
  const { status, body } = await splitOff(id, [noteId], 'Приставка');
  expect(status).toBe(201);
  const [old, fresh] = [await read(id), await read(body.id)];
  expect(fresh).toMatchObject({
    subject: 'Приставка',
    subscriberId,
    priority: 'high',
    openedAt: wroteAt,
    isWatching: true,
    splitFrom: { splitId: body.splitId, id },
    notes: [{ text: 'Про приставку', files: [{}] }],
  });
  // It waits since its words were written, and for a reply as the other one does.
  expect(fresh.clocks.map(({ kind, startedAt }) => [kind, startedAt])).toEqual([
    ['resolution', wroteAt],
    ['first_reply', wroteAt],
  ]);
  expect(old.splits).toEqual([
    { id: body.splitId, intoId: fresh.id, subject: 'Приставка', count: 1 },
  ]);
  expect(old.notes.map(({ text }) => text)).toEqual(['Про обрыв']);
  expect((await desk.call(undo, { id: fresh.id, splitId: body.splitId })).status).toBe(200);
  const back = await read(fresh.id);
  expect(back).toMatchObject({ id, splits: [], parts: [] });
  expect(back.notes.map(({ text }) => text)).toEqual(['Про обрыв', 'Про приставку']);
  // There is nothing with which it could stand by itself again.
  expect((await desk.call(unmerge, { id: fresh.id })).body.code).toBe('tickets.not_merged');
  const again = await desk.call(undo, { id, splitId: body.splitId });
  expect(again.body.code).toBe('tickets.no_such_split');
});

test('no reply is awaited on what was split off once the subscriber was told something', async () => {
  const { call, open, read, addSubscriber } = desk;
  const id = await open({ subscriberId: await addSubscriber('Чижов') });
  const noteId = await noted(id, 'Про счёт');
  await call('POST /api/tickets/{id}/notes', { id, kind: 'told', text: 'Разберёмся' });
  const { body } = await splitOff(id, [noteId]);
  expect((await read(body.id)).clocks.map(({ kind }) => kind)).toEqual(['resolution']);
});

test('what is of another ticket, beyond reach or merged since is neither split nor put back', async () => {
  const { call, open, me, colleague } = desk;
  const [id, other] = [await open({ ownerStaffId: me.staffId }), await open()];
  const [own, foreign] = [await noted(id, 'Своя'), await noted(other, 'Чужая')];
  expect((await splitOff(id, [own, foreign])).body.code).toBe('tickets.no_such_note');
  const stranger = await colleague({ 'tickets.view': 'all', 'tickets.work': 'own' }, 'Юг');
  expect((await splitOff(id, [own], 'Чужим', stranger.as)).status).toBe(404);
  const { body } = await splitOff(id, [own]);
  const back = { id, splitId: body.splitId };
  expect((await call(undo, back, stranger.as)).status).toBe(404);
  await call(merge, { id: other, fromId: body.id });
  expect((await call(undo, back)).body.code).toBe('tickets.split_is_merged');
  await call(unmerge, { id: body.id });
  expect((await call(undo, back)).status).toBe(200);
});

/** All that a list shows of these, as a file would carry it away, and where their notes stand. */
async function exported(ids: readonly number[]): Promise<unknown> {
  const { body } = await desk.call('POST /api/tickets/list', {
    columns: ['id', 'subject', 'state', 'priority', 'ownerStaffId', 'dueAt', 'openedAt'],
    sort: { field: 'id', direction: 'asc' },
    filter: { field: 'subject', op: 'starts', value: 'Свойство' },
  });
  const notes = [];
  for (const id of ids) notes.push(await textsOf(id));
  return { rows: body.rows, notes };
}

async function act(ids: number[], { what, one, other }: Step): Promise<Done | null> {
  const { call, read } = desk;
  const { id, notes } = await read(ids[one % ids.length]!);
  if (what === 'merge') {
    const fromId = (await read(ids[other % ids.length]!)).id;
    const { status } = await call(merge, { id, fromId });
    return status === 200 ? { takeBack: () => call(unmerge, { id: fromId }) } : null;
  }
  // Some of the notes, by the bits of a number.
  const noteIds = notes.filter((_, at) => (other >> (at % 5)) % 2).map((note) => note.id);
  if (noteIds.length === 0) return null;
  const { status, body } = await splitOff(id, noteIds, `Свойство: часть`);
  if (status !== 201) return null;
  ids.push(body.id);
  const back = { id: body.id, splitId: body.splitId };
  return { takeBack: () => call(undo, back) };
}

test(
  'merged, split and taken back in any order, an export shows what it showed before',
  async () => {
    const { open, read, world } = desk;
    const ids: number[] = [];
    for (let at = 0; at < 4; at += 1) {
      const priority = at % 2 ? 'high' : 'low';
      const id = await open({ subject: `Свойство ${at}`, priority });
      for (const word of ['раз', 'два', 'три']) await noted(id, `${word} ${at}`);
      ids.push(id);
      world.clock.advance({ seconds: 600 });
    }
    await expectRestored({
      ids,
      act,
      heldBackBy: 'tickets.split_is_merged',
      shown: () => exported(ids),
      // Wherever a number leads, it is a ticket that stands by itself.
      between: async (known) => {
        for (const id of known) {
          const { id: rootId } = await read(id);
          expect((await read(rootId)).id).toBe(rootId);
        }
      },
    });
  },
  patienceMs(90),
);

test('a split waits for an erasure that has begun, and moves nothing after it', async () => {
  const { world, open, addSubscriber } = desk;
  const subscriberId = await addSubscriber('Осетров');
  const id = await open({ subscriberId });
  const noteId = await noted(id, 'Про кабель');
  const { version } = await desk.read(id);
  const erasure = await world.ctx.pool.connect();
  await erasure.query('begin');
  await erasure.query('update subscribers set erased_at = now() where id = $1', [subscriberId]);
  await erasure.query('select from subscribers where id = $1 for update', [subscriberId]);
  const splitting = desk.call(split, { id, version, subject: 'Кабель', noteIds: [noteId] });
  await untilWaiting(world);
  await erasure.query('commit');
  erasure.release();
  expect((await splitting).body.code).toBe('subscribers.erased');
});
