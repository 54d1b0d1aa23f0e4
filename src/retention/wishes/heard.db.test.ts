import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { api as conversationsApi } from '../../conversations/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { api as ticketsApi } from '../../tickets/api.ts';
import { ask } from '../../testing/requests.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let boss: SignedIn;
let phones = 0;

beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  // From here on it is listened.
  await world.hear();
  // As in life, no two readings of the clock are the same.
  world.clock.creep({ ms: 1 });
});
afterAll(() => world.close());

const untyped = () => world.via(api);
const call = ((key, input, as = boss.as) => untyped()(key, input, as)) as ReturnType<
  typeof untyped
>;
const talks = ((key, input, as = boss.as) =>
  world.via(conversationsApi)(key, input, as)) as ReturnType<
  typeof world.via<typeof conversationsApi>
>;
const read = async (id: number) => (await call('GET /api/cases/{id}', { id })).body;

async function addPerson(): Promise<{ id: number; phone: string }> {
  phones += 1;
  const phone = `+7913777${String(1000 + phones)}`;
  const person = { kind: 'person' as const, lastName: 'Речов', firstName: `Пётр ${phones}` };
  const contacts = [{ kind: 'phone' as const, value: phone }];
  const people = world.via(subscribersApi);
  const { body } = await people('POST /api/subscribers', { ...person, contacts }, boss.as);
  return { id: body.id, phone };
}

const openOf = async (subscriberId: number) => {
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    `select id from retention_cases where subscriber_id = $1 and state = 'open'`,
    [subscriberId],
  );
  return rows.map(({ id }) => id);
};
const openNow = async (subscriberId: number) => {
  await world.hear();
  const [id] = await openOf(subscriberId);
  return id === undefined ? null : await read(id);
};

/** A conversation of somebody's that is ours to work on. */
async function takeFrom(phone: string, wanted: string): Promise<number> {
  const id = await ask(world, { phone, wanted });
  await talks('POST /api/conversations/{id}/take', { id });
  return id;
}
async function end(id: number, outcome: 'reached' | 'no_answer', note: string): Promise<void> {
  const { version } = (await talks('GET /api/conversations/{id}', { id })).body;
  const told = { id, version, outcome, note, isClosed: false };
  expect((await talks('POST /api/conversations/{id}/outcome', told)).status).toBe(200);
  await world.hear();
}

describe('whatever tells of a wish is heard', () => {
  test('a note, a visit at the office, an outcome, and new words of a message', async () => {
    const noted = await addPerson();
    const noteOn = await takeFrom(noted.phone, 'Перезвоните');
    const note = { id: noteOn, text: 'Просит закрыть договор' };
    await talks('POST /api/conversations/{id}/notes', note);
    expect((await openNow(noted.id))?.wishes[0]?.conversation?.id).toBe(noteOn);

    const came = await addPerson();
    const visit = { subscriberId: came.id, name: '', phone: '', wanted: 'Хочет расторгнуть' };
    await talks('POST /api/conversations/visits', visit);
    expect(await openNow(came.id)).not.toBeNull();

    const rang = await addPerson();
    const callOn = await takeFrom(rang.phone, 'Перезвоните');
    await end(callOn, 'reached', 'Спрашивает, как расторгнуть договор');
    // Who took the call hears of it; the talk about it is still ahead.
    expect(await openNow(rang.id)).toMatchObject({ spokenAt: null });

    const wrote = await addPerson();
    const wroteIn = await takeFrom(wrote.phone, 'Добрый день');
    expect(await openNow(wrote.id)).toBeNull();
    const { id: messageId } = await world.ctx.db
      .updateTable('messages')
      .set({ text: 'Расторгните договор' })
      .where('conversationId', '=', wroteIn)
      .returning('id')
      .executeTakeFirstOrThrow();
    await world.ctx.db
      .insertInto('events')
      .values({
        recordedAt: world.clock.now(),
        occurredAt: world.clock.now(),
        type: 'conversations.message_edited',
        subjectKind: 'conversation',
        subjectId: wroteIn,
        subscriberId: wrote.id,
        actorKind: 'system',
        facts: JSON.stringify({ messageId }),
      })
      .execute();
    expect(await openNow(wrote.id)).not.toBeNull();
  });
});

describe('what we write ourselves', () => {
  test('is no further wish of theirs, and opens nothing anew on the call that closed one', async () => {
    const { id: subscriberId, phone } = await addPerson();
    const conversationId = await takeFrom(phone, 'Как расторгнуть договор?');
    const found = await openNow(subscriberId);
    const id = found?.id ?? 0;
    await end(conversationId, 'reached', 'Хочет расторгнуть договор, дорого');
    await talks('POST /api/conversations/{id}/notes', {
      id: conversationId,
      text: 'Расторгает договор из-за цены',
    });
    const category = await world.via(ticketsApi)('GET /api/ticket-categories', {}, boss.as);
    const categoryId = category.body.categories[0]?.id ?? 0;
    const ticket = { subscriberId, categoryId, subject: 'Хочет расторгнуть договор' };
    await world.via(ticketsApi)('POST /api/tickets', ticket, boss.as);
    const spoken = await openNow(subscriberId);
    expect(spoken).toMatchObject({ id, isRepeated: false });
    expect(spoken?.spokenAt).not.toBeNull();
    const { reasons } = (await call('GET /api/leaving-reasons')).body;
    const reasonId = reasons.find(({ parentId }) => parentId !== null)?.id ?? 0;
    await call('PUT /api/cases/{id}/reason', { id, version: spoken?.version ?? 0, reasonId });
    const stays = { id, version: (spoken?.version ?? 0) + 1, outcome: 'stays' as const };
    expect((await call('POST /api/cases/{id}/close', stays)).status).toBe(200);
    world.clock.advance({ seconds: 3 * 86_400 });
    await end(conversationId, 'reached', 'Собирался расторгнуть договор, уговорили');
    expect(await openNow(subscriberId)).toBeNull();
    // Weeks after, what is written in that talk is of another day: it is heard.
    world.clock.advance({ seconds: 15 * 86_400 });
    await end(conversationId, 'reached', 'Снова хочет расторгнуть договор');
    const late = await openNow(subscriberId);
    expect(late).not.toBeNull();
    const mistake = { id: late?.id ?? 0, version: late?.version ?? 0, outcome: 'mistake' as const };
    expect((await call('POST /api/cases/{id}/close', mistake)).status).toBe(200);
    // They themselves say it anew: that is another wish, and a repeated one.
    await ask(world, { phone, wanted: 'Всё-таки расторгните договор' });
    const again = await openNow(subscriberId);
    expect(again).toMatchObject({ isRepeated: true });
    const mark = { id: again?.id ?? 0, version: again?.version ?? 0, isRepeated: false };
    await call('PUT /api/cases/{id}/mood', mark);
    expect(await openNow(subscriberId)).toMatchObject({ isRepeated: false, isAngry: false });
  });
});

test('spoken is who was reached: a call that nobody takes and a program’s letter are none', async () => {
  const { id: subscriberId, phone } = await addPerson();
  const conversationId = await takeFrom(phone, 'Как расторгнуть договор?');
  await world.hear();
  await talks('POST /api/conversations/{id}/calls', { id: conversationId });
  await end(conversationId, 'no_answer', '');
  const sent = async (staffId: number | null) => {
    const now = world.clock.now();
    const event = { recordedAt: now, occurredAt: now, type: 'conversations.message_sent' };
    const of = { subjectKind: 'conversation', subjectId: conversationId, subscriberId };
    const facts = JSON.stringify({ messageId: 0, staffId });
    await world.ctx.db
      .insertInto('events')
      .values({ ...event, ...of, actorKind: 'system', facts })
      .execute();
    return openNow(subscriberId);
  };
  expect(await sent(null)).toMatchObject({ spokenAt: null });
  expect((await sent(boss.staffId))?.spokenAt).not.toBeNull();
});

test('who is recognised later has a case; taken for another, the words go along', async () => {
  const [wrong, right] = [await addPerson(), await addPerson()];
  const conversationId = await takeFrom('+79139990000', 'Перезвоните');
  await end(conversationId, 'reached', 'Хочет расторгнуть договор');
  const recognise = async (subscriberId: number) => {
    const { version } = (await talks('GET /api/conversations/{id}', { id: conversationId })).body;
    const whose = { id: conversationId, version, subscriberId };
    await talks('PUT /api/conversations/{id}/subscriber', whose);
    await world.hear();
  };
  await recognise(wrong.id);
  const mistaken = await openNow(wrong.id);
  expect(mistaken?.wishes).toMatchObject([{ words: 'расторгнуть договор' }]);
  await ask(world, { phone: wrong.phone, wanted: 'Закройте договор' });
  await openNow(wrong.id);
  await recognise(right.id);
  expect((await openNow(right.id))?.wishes).toMatchObject([{ words: 'расторгнуть договор' }]);
  // What they said themselves stands; nothing of the other’s words does, nor in what we keep.
  expect((await openNow(wrong.id))?.wishes).toMatchObject([{ words: 'закройте договор' }]);
  const { rows } = await world.ctx.pool.query(
    'select details from personal_history where subscriber_id = $1',
    [wrong.id],
  );
  expect(JSON.stringify(rows)).not.toContain('расторгнуть договор');
  await recognise(wrong.id);
  expect(await openNow(right.id)).toBeNull();
  expect((await openNow(wrong.id))?.wishes).toHaveLength(2);
});

test('two who become one person have one case, with the wishes of both', async () => {
  const [into, from] = [await addPerson(), await addPerson()];
  for (const { phone } of [into, from]) await ask(world, { phone, wanted: 'Расторгните договор' });
  const [other, found] = [await openNow(from.id), await openNow(into.id)];
  const angry = { id: other?.id ?? 0, version: other?.version ?? 0, isAngry: true };
  await call('PUT /api/cases/{id}/mood', angry);
  const people = world.via(subscribersApi);
  const merge = { id: into.id, fromId: from.id, take: [] };
  expect((await people('POST /api/subscribers/{id}/merge', merge, boss.as)).status).toBe(200);
  const joined = await openNow(into.id);
  expect(joined).toMatchObject({ id: found?.id, isAngry: true });
  expect(joined?.wishes).toHaveLength(2);
  expect(await openOf(from.id)).toEqual([]);
  // They were two after all: each has their own words, mood and case again.
  const { rows } = await world.ctx.pool.query<{ id: number }>(
    'select id from subscriber_merges where from_id = $1',
    [from.id],
  );
  const mergeId = rows[0]?.id ?? 0;
  const undo = { mergeId, keep: [], putBack: [], move: [] };
  expect(
    (await people('POST /api/subscribers/merges/{mergeId}/undo', undo, boss.as)).status,
  ).toBeLessThan(300);
  const [apart, rest] = [await openNow(from.id), await openNow(into.id)];
  expect(apart).toMatchObject({ id: other?.id, isAngry: true, state: 'open', outcome: null });
  expect(rest).toMatchObject({ id: found?.id, isAngry: false });
  expect([apart?.wishes.length, rest?.wishes.length]).toEqual([1, 1]);
  expect(apart?.wishes[0]?.id).toBe(other?.wishes[0]?.id);
});
