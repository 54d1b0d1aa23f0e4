import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { api as staffApi } from '../../staff/api.ts';
import { signedIn, type SignedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, hour, minute, pass, readyAgent } from '../testing/desk.ts';

let world: World;
let boss: SignedIn;
let owner: SignedIn;
let other: SignedIn;
beforeAll(async () => {
  world = await createWorld();
  boss = await signedIn(world);
  await world.hear();
});
beforeEach(async () => {
  await world.ctx.db.updateTable('presence').set({ isHere: false }).execute();
  owner = await readyAgent(world, { role: 'agent', loadLimit: 50 });
});
afterAll(() => world.close());

const on = () => world.via(api);
const open = async (id: number) =>
  (await on()('GET /api/conversations/{id}', { id }, boss.as)).body;
const offerTo = async (who: SignedIn) =>
  (await on()('GET /api/conversations/offer', {}, who.as)).body.offer;
const told = async (id: number) => (await open(id)).history.map(({ type }) => type);

/** A conversation of the owner's, whose call had this outcome. */
async function called(outcome: 'no_answer' | 'reached'): Promise<number> {
  const id = await ask(world);
  await on()('POST /api/conversations/{id}/take', { id }, owner.as);
  const { body } = await on()('POST /api/conversations/{id}/calls', { id }, owner.as);
  const said = { id, version: body.version, outcome, isClosed: false };
  await on()('POST /api/conversations/{id}/outcome', said, owner.as);
  return id;
}

async function snooze(id: number, seconds: number): Promise<void> {
  const until = new Date(world.clock.now().getTime() + seconds * 1000).toISOString();
  const { version } = await open(id);
  const put = await on()('POST /api/conversations/{id}/snooze', { id, version, until }, owner.as);
  expect(put.status).toBe(200);
}

/** The owner's screen closes, and somebody else is at the desk. */
async function ownerLeaves(): Promise<void> {
  await world.via(staffApi)('POST /api/me/leave', {}, owner.as);
  other = await readyAgent(world, { role: 'agent', loadLimit: 50 });
}

test.each(['no_answer', 'reached'] as const)(
  'what is put aside after %s wakes for others where its owner is gone',
  async (outcome) => {
    const id = await called(outcome);
    await snooze(id, 5 * hour);
    await ownerLeaves();
    await pass(world, 5 * hour - minute, 5 * minute);
    expect(await open(id)).toMatchObject({ state: 'snoozed', owner: { id: owner.staffId } });
    expect(await told(id)).not.toContain('conversations.try_due');
    await pass(world, minute + 2, 2);
    expect(await open(id)).toMatchObject({ state: 'open', owner: null });
    expect((await offerTo(other))?.id).toBe(id);
    // Nobody takes it: the supervisor is called.
    await pass(world, 2 * minute, 10);
    expect(await told(id)).toContain('conversations.escalated');
    const { version } = await open(id);
    await on()('POST /api/conversations/{id}/take', { id }, boss.as);
    const gone = { id, version: version + 1, isNotARequest: true, note: 'Проверка' };
    expect((await on()('POST /api/conversations/{id}/close', gone, boss.as)).status).toBe(200);
  },
);

test('what is put aside comes back to its owner who is here, and so does its try', async () => {
  const id = await called('no_answer');
  await snooze(id, hour);
  await pass(world, hour - minute, minute);
  expect(await told(id)).not.toContain('conversations.try_due');
  await pass(world, minute, minute);
  expect(await open(id)).toMatchObject({ state: 'open', owner: { id: owner.staffId } });
  expect(await told(id)).toEqual(
    expect.arrayContaining(['conversations.woken', 'conversations.try_due']),
  );
});

test('what is put aside is not taken away in the midst of a call', async () => {
  const id = await called('reached');
  await snooze(id, hour);
  await pass(world, hour - minute, 10 * minute);
  await on()('POST /api/conversations/{id}/calls', { id }, owner.as);
  await ownerLeaves();
  await pass(world, 2 * minute, minute);
  expect(await open(id)).toMatchObject({ owner: { id: owner.staffId }, isCalling: true });
  await pass(world, 30 * minute, minute);
  expect(await open(id)).toMatchObject({ state: 'open', owner: null, isCalling: false });
});

test('the requests of somebody who is disabled go to others', async () => {
  const taken = await called('reached');
  const aside = await called('reached');
  await snooze(aside, hour);
  const closed = await called('reached');
  const end = { id: closed, version: (await open(closed)).version, isNotARequest: false, note: '' };
  expect((await on()('POST /api/conversations/{id}/close', end, owner.as)).status).toBe(200);
  await on()('POST /api/conversations/{id}/calls', { id: taken }, owner.as);
  await ownerLeaves();
  const disabled = { id: owner.staffId };
  await world.via(staffApi)('POST /api/staff/{id}/disable', disabled, boss.as);
  await world.hear();
  await pass(world, 2);
  expect(await open(taken)).toMatchObject({ owner: null, isCalling: false });
  expect(await told(taken)).toContain('conversations.released');
  expect(await open(closed)).toMatchObject({ state: 'closed', owner: { id: owner.staffId } });

  // What is put aside is nobody's too, and comes up when it wakes, not before.
  const waits = { state: 'snoozed', owner: null, offer: null };
  await pass(world, 30 * minute, 10 * minute);
  expect(await open(aside)).toMatchObject(waits);
  expect(await told(aside)).not.toContain('conversations.escalated');
  await on()('POST /api/conversations/{id}/take', { id: taken }, other.as);
  await pass(world, 30 * minute, 10 * minute);
  await pass(world, 2);
  expect(await open(aside)).toMatchObject({ state: 'open', offer: { staffId: other.staffId } });
});

test('a word to what waits for an owner who has gone goes to whoever is here', async () => {
  const channels = world.via(channelsApi);
  const chat = { name: 'Чат', title: 'Спросите нас' };
  const channelId = (await channels('POST /api/channels/chat', chat, boss.as)).body.id;
  const write = async (text: string): Promise<void> => {
    const line = { channelId, token: 'olga'.padEnd(40, '-'), key: randomUUID(), text, page: '' };
    await channels('POST /api/public/chat/messages', line);
    await world.tick('channels.take_up');
    await world.hear();
  };
  await write('Есть кто?');
  const { id } = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('channel', '=', 'chat')
    .executeTakeFirstOrThrow();
  await on()('POST /api/conversations/{id}/take', { id }, owner.as);
  await write('Жду');
  const { nextDueAt, owner: has } = await open(id);
  expect(has?.id).toBe(owner.staffId);
  await ownerLeaves();
  await write('Всё ещё жду');
  expect(await open(id)).toMatchObject({ owner: null, whoseTurn: 'ours', nextDueAt });
  expect(await told(id)).toContain('conversations.released');
});

test('set apart, one whose owner has gone meanwhile is offered to whoever is here', async () => {
  const [into, from] = [await called('reached'), await called('reached')];
  const merged = { id: into, fromId: from, version: (await open(into)).version };
  const { body } = await on()('POST /api/conversations/{id}/merge', merged, owner.as);
  const given = { id: into, version: body.version, staffId: boss.staffId };
  await on()('POST /api/conversations/{id}/assign', given, boss.as);
  await ownerLeaves();
  const disabled = { id: owner.staffId };
  await world.via(staffApi)('POST /api/staff/{id}/disable', disabled, boss.as);
  await world.hear();
  const apart = { id: into, mergeId: body.mergeId };
  await on()('POST /api/conversations/{id}/merges/{mergeId}/undo', apart, boss.as);
  expect(await open(from)).toMatchObject({ state: 'open', owner: null });
  expect(await told(from)).toContain('conversations.released');
});

test('a later question has a time of its own, and the supervisor hears that it waits', async () => {
  const chat = { name: 'Сайт', title: 'Спросите', greeting: '' };
  const { id: channelId } = (await world.via(channelsApi)('POST /api/channels/chat', chat, boss.as))
    .body;
  let words = 0;
  const asks = async (text: string): Promise<number> => {
    words += 1;
    const of = { channelId, token: 'olga'.padEnd(40, '-'), key: `message-key-0000000${words}` };
    await world.via(channelsApi)('POST /api/public/chat/messages', { ...of, text, page: '' });
    await world.tick('channels.take_up');
    const all = await on()('GET /api/conversations', { queue: 'all', limit: 200 }, boss.as);
    const chats = all.body.rows.filter(({ channel }) => channel === 'chat');
    return Math.max(...chats.map((row) => row.id));
  };
  const answers = async (id: number): Promise<void> => {
    const answer = { id, version: (await open(id)).version, text: 'Проверяем' };
    await on()('POST /api/conversations/{id}/messages', answer, owner.as);
    await world.tick('channels.send');
    await world.hear();
  };
  const dueIn = async (id: number): Promise<number | null> => {
    const { replyDueAt } = await open(id);
    if (replyDueAt === null) return null;
    return (Date.parse(replyDueAt) - world.clock.now().getTime()) / 1000;
  };
  const escalations = async (id: number) =>
    (await open(id)).history
      .filter(({ type }) => type === 'conversations.escalated')
      .map(({ facts }) => [facts['reason'], facts['isNormBroken']]);
  const before = async () =>
    (await on()('GET /api/conversations/offer', {}, boss.as)).body.escalated.map((row) => row.id);
  const id = await asks('Нет связи');
  await on()('POST /api/conversations/{id}/take', { id }, owner.as);
  expect(await dueIn(id)).toBeNull();
  await answers(id);
  expect(await dueIn(id)).toBeNull();

  await pass(world, minute);
  await asks('А когда?');
  expect(await dueIn(id)).toBe(5 * minute);
  expect(await open(id)).toMatchObject({ owner: { id: owner.staffId }, whoseTurn: 'ours' });
  await pass(world, 3 * minute, minute);
  await asks('Ответьте же');
  expect(await dueIn(id)).toBe(2 * minute);
  expect(await escalations(id)).toEqual([]);
  await pass(world, minute, minute);
  expect(await escalations(id)).toEqual([['not_answered', false]]);
  expect(await before()).toContain(id);
  await pass(world, minute, minute);
  expect(await escalations(id)).toEqual([
    ['not_answered', false],
    ['not_answered', true],
  ]);
  await answers(id);
  expect(await before()).not.toContain(id);
  expect(await open(id)).toMatchObject({ replyDueAt: null, whoseTurn: 'theirs' });

  // It is the owner's turn already, for another reason: the question has its time all the same.
  await on()('POST /api/conversations/{id}/calls', { id }, owner.as);
  const said = { id, version: (await open(id)).version, outcome: 'reached' as const };
  await on()('POST /api/conversations/{id}/outcome', { ...said, isClosed: false }, owner.as);
  expect(await dueIn(id)).toBeNull();
  await asks('И ещё вопрос');
  expect(await dueIn(id)).toBe(5 * minute);
  await snooze(id, hour);
  expect(await dueIn(id)).toBeNull();
});
