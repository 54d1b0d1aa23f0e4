import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { newMessage, vkEvent, vkMessage, vkSecret } from '../../testing/vk/events.ts';
import { startVk, type Vk, vkGroup, vkToken } from '../../testing/vk/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api as workApi } from '../../work/api.ts';
import { api } from '../api.ts';
import { beReady } from '../testing/desk.ts';

let world: World;
let vk: Vk;
let me: SignedIn;
let channelId = 0;

beforeAll(async () => {
  world = await createWorld();
  vk = await startVk();
  me = await signedIn(world);
  await beReady(world, me);
  const secrets = { token: vkToken, secret: vkSecret, confirmation: '12ab34cd' };
  const community = { name: 'ВК', apiUrl: vk.url, groupId: String(vkGroup.id), ...secrets };
  channelId = (await call('POST /api/channels/vk', community, me.as)).body.id;
});
afterAll(async () => {
  await vk.stop();
  await world.close();
});
beforeEach(() => {
  vk.mood = 'takes';
});

const callerOf = () => world.via({ ...api, ...channelsApi, ...subscribersApi });
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const opened = async (id: number) =>
  (await call('GET /api/conversations/{id}', { id }, me.as)).body;

const bring = (event: object) =>
  world.request({
    method: 'POST',
    url: `/hooks/vk/${channelId}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(event),
  });

/** Brings events, lets all be understood, and says how many conversations this person has. */
async function take(from: number, ...events: object[]): Promise<number[]> {
  for (const event of events) {
    const answer = await bring(event);
    expect([answer.statusCode, answer.body]).toEqual([200, 'ok']);
  }
  await world.tick('channels.take_up');
  await world.tick('channels.fetch_files');
  await world.hear();
  const rows = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('sender', '=', `id${from}`)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}
async function send(): Promise<void> {
  await world.tick('channels.send');
  await world.hear();
}
/** Somebody asks and we answer; what is written has not left yet. */
async function answered(from: number, text: string): Promise<number> {
  const [id = 0] = await take(from, newMessage(from, 1, { text: 'Вопрос' }));
  await call('POST /api/conversations/{id}/take', { id }, me.as);
  const { version } = await opened(id);
  await call('POST /api/conversations/{id}/messages', { id, version, text }, me.as);
  return id;
}
const sendingOf = async (id: number) => (await opened(id)).messages.at(-1)?.sending;
const seen = (text: string): number => vk.messages.filter((one) => one.text === text).length;

test('a message becomes a conversation with the name that VK knows', async () => {
  vk.names.set(801, { first_name: 'Ольга', last_name: 'Ким' });
  const [id = 0] = await take(801, newMessage(801, 1, { text: 'Нет интернета' }));
  expect(await opened(id)).toMatchObject({
    channel: 'vk',
    who: 'Ольга Ким',
    account: 'vk.com/id801',
    canReply: true,
    whoseTurn: 'ours',
  });
  expect(await take(801, newMessage(801, 2, { text: 'Уже час' }))).toEqual([id]);
  expect((await opened(id)).messages.map(({ text }) => text)).toEqual(['Нет интернета', 'Уже час']);
});

test('the same event, however often and in whatever order, is one message', async () => {
  const one = newMessage(802, 1, { text: 'Раз' });
  const two = newMessage(802, 2, { text: 'Два' });
  await Promise.all([two, one, two, one, two, one].map(bring));
  const [id = 0, ...others] = await take(802, one, two);
  expect(others).toEqual([]);
  const texts = (await opened(id)).messages.map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['Два', 'Раз']);
});

test('a photo, a document and a voice come after their words, from VK’s servers alone', async () => {
  const bytes = Buffer.from('картинка');
  for (const path of ['/photo.jpg', '/doc', '/voice.ogg']) vk.files.set(path, bytes);
  const sizes = [
    { type: 's', url: `${vk.url}/small.jpg`, width: 75, height: 50 },
    { type: 'w', url: `${vk.url}/photo.jpg`, width: 1080, height: 720 },
  ];
  const doc = { id: 1, owner_id: 804, title: 'договор', ext: 'pdf', url: `${vk.url}/doc`, size: 8 };
  const voice = { id: 2, owner_id: 804, link_ogg: `${vk.url}/voice.ogg`, link_mp3: '' };
  const elsewhere = { ...doc, title: 'чужой.txt', ext: 'txt', url: 'https://evil.example/x' };
  const attachments = [
    { type: 'photo', photo: { id: 3, owner_id: 804, sizes } },
    { type: 'doc', doc },
    { type: 'audio_message', audio_message: voice },
    { type: 'doc', doc: elsewhere },
    { type: 'link', link: { url: 'https://bereg.example/tariffs', title: 'Тарифы' } },
  ];
  const [id = 0] = await take(804, newMessage(804, 1, { text: 'Вот', attachments }));
  const [message] = (await opened(id)).messages;
  expect(message?.text).toBe('Вот\nТарифы: https://bereg.example/tariffs');
  expect(message?.files.map(({ name }) => name)).toEqual(['photo.jpg', 'договор.pdf', 'voice.ogg']);
  expect(message?.lackingFiles).toMatchObject([{ name: 'чужой.txt', state: 'failed' }]);
  const fileId = message?.files[0]?.id ?? 0;
  const route = 'GET /api/conversations/{id}/files/{fileId}';
  expect((await call(route, { id, fileId }, me.as)).body).toEqual('картинка');
});

test('a message and its changes come to the same in whatever order they come', async () => {
  const changed = (text: string, update_time: number, version = 1) =>
    vkEvent('message_edit', vkMessage(815, 1, { text, update_time, version }));
  const [third, second] = [changed('Дом 9', 30), changed('Дом 7', 20)];
  const [id = 0, ...others] = await take(815, third, newMessage(815, 1, { text: 'Дом 5' }), second);
  expect(others).toEqual([]);
  expect((await opened(id)).messages).toMatchObject([{ text: 'Дом 9', formerText: 'Дом 5' }]);
  // Of two within a second, the message's own version tells the later.
  await take(815, changed('Дом 1', 31, 3), changed('Дом 2', 31, 2));
  expect((await opened(id)).messages).toMatchObject([{ text: 'Дом 1', formerText: 'Дом 5' }]);
  // To read new words is for us, though all seemed to be over.
  await call('POST /api/conversations/{id}/take', { id }, me.as);
  const { version } = await opened(id);
  const text = 'Едем';
  await call('POST /api/conversations/{id}/messages', { id, version, text }, me.as);
  await send();
  const one = { id, version: (await opened(id)).version };
  expect((await call('POST /api/conversations/{id}/close', one, me.as)).status).toBe(200);
  await take(815, changed('Дом 9, не едьте', 40));
  expect(await opened(id)).toMatchObject({ state: 'open', whoseTurn: 'ours' });
  // A file that a change brings is laid beside the message, once.
  vk.files.set('/plan', Buffer.from('план'));
  const doc = { id: 1, owner_id: 815, title: 'план', ext: 'pdf', size: 8 };
  const withFile = (update_time: number) => {
    const url = `${vk.url}/plan?sign=${update_time}`;
    const attachments = [{ type: 'doc', doc: { ...doc, url } }];
    return vkEvent('message_edit', vkMessage(815, 1, { text: 'Вот', update_time, attachments }));
  };
  await take(815, withFile(50), withFile(60));
  expect((await opened(id)).messages[0]?.files.map(({ name }) => name)).toEqual(['план.pdf']);
});

test('changed words, leave to write and our own words change what they should', async () => {
  const [id = 0] = await take(
    805,
    newMessage(805, 1, { text: 'Дом 5' }),
    vkEvent('message_edit', vkMessage(805, 1, { text: 'Дом 7' })),
    vkEvent('message_allow', { user_id: 805, key: '' }),
    vkEvent('message_deny', { user_id: 805 }),
    vkEvent('message_reply', vkMessage(-vkGroup.id, 2, { peer_id: 805, out: 1, text: 'Мы' })),
    newMessage(805, 3, { peer_id: 2_000_000_001, text: 'В беседе' }),
    vkEvent('wall_post_new', { id: 1, text: 'Пост' }),
  );
  const { messages } = await opened(id);
  expect(messages).toMatchObject([{ text: 'Дом 7', formerText: 'Дом 5' }]);
  const rows = await world.ctx.db
    .selectFrom('rawMessages')
    .select(['state', 'error'])
    .orderBy('id', 'desc')
    .limit(5)
    .execute();
  expect(rows.toReversed()).toEqual([
    { state: 'understood', error: null },
    { state: 'understood', error: null },
    { state: 'understood', error: null },
    { state: 'refused', error: 'not_private' },
    { state: 'quarantined', error: 'unknown_update' },
  ]);
});

test('an answer leaves once, and is the first touch', async () => {
  const id = await answered(806, 'Проверяем');
  world.clock.advance({ seconds: 9 });
  await Promise.all([send(), send()]);
  expect(vk.messages.filter(({ text }) => text === 'Проверяем')).toMatchObject([{ peerId: 806 }]);
  expect(await opened(id)).toMatchObject({ whoseTurn: 'theirs', touchSeconds: 9 });
  const row = await world.ctx.db
    .selectFrom('outgoingMessages')
    .select(['providerId', 'state'])
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(row).toEqual({ providerId: String(vk.messages.at(-1)?.id), state: 'sent' });
});

test('what was read there says so, as far as VK says that it was read', async () => {
  const id = await answered(820, 'Первый');
  await send();
  const { version } = await opened(id);
  await call('POST /api/conversations/{id}/messages', { id, version, text: 'Второй' }, me.as);
  await send();
  const [first = 0, second = 0] = vk.messages.slice(-2).map((one) => one.id);
  const readAt = async () =>
    (await opened(id)).messages.flatMap(({ sending }) => (sending ? [sending.readAt] : []));
  const now = world.clock.now().toISOString();
  // News of no shape that we know, of somebody else, and of where VK says nothing.
  const strange = [{}, null, { from_id: 821 }, { from_id: 820, peer_id: 2_000_000_001 }];
  await take(820, ...strange.map((object) => vkEvent('message_read', object as object)));
  expect(await readAt()).toEqual([null, null]);
  for (const [through, expected] of [
    [first, [expect.any(String), null]],
    [second, [expect.any(String), expect.any(String)]],
  ] as const) {
    vk.readThrough.set(820, through);
    await take(820, vkEvent('message_read', { from_id: 820, peer_id: 820 }));
    expect(await readAt()).toEqual(expected);
  }
  expect(new Date((await readAt())[0] ?? '').toISOString()).toBe(now);
  expect(await opened(id)).toMatchObject({ whoseTurn: 'theirs' });
});

test.each(['cuts_after_words', 'stammers'] as const)(
  'what VK took and %s of is handed over again under its key, and seen once',
  async (mood) => {
    const id = await answered(mood === 'stammers' ? 807 : 808, mood);
    vk.mood = mood;
    await send();
    expect(await sendingOf(id)).toMatchObject({ state: 'waiting' });
    vk.mood = 'takes';
    world.clock.advance({ seconds: 30 });
    await send();
    expect(await sendingOf(id)).toMatchObject({ state: 'sent' });
    expect(seen(mood)).toBe(1);
  },
);

test('an hour later VK does not know the key any more, so a person is asked', async () => {
  const id = await answered(809, 'Поздно');
  vk.mood = 'cuts_after_words';
  await send();
  vk.mood = 'takes';
  world.clock.advance({ seconds: 3600 });
  const { sends } = vk;
  await send();
  expect(vk.sends).toBe(sends);
  expect(await sendingOf(id)).toMatchObject({ state: 'unknown' });
});

test('what a crash left in the middle is handed over again under its key', async () => {
  const id = await answered(810, 'Оборвалось');
  vk.mood = 'cuts_after_words';
  await send();
  // As a crash leaves it: taken by VK, and nothing noted.
  const now = world.clock.now();
  await world.ctx.db
    .updateTable('outgoingMessages')
    .set({ state: 'sending', sendingAt: now, trouble: null })
    .where('state', '=', 'waiting')
    .execute();
  vk.mood = 'takes';
  world.clock.advance({ seconds: 301 });
  await send();
  expect(await sendingOf(id)).toMatchObject({ state: 'sent' });
  expect(seen('Оборвалось')).toBe(1);
});

test.each([
  ['has not let us write', 901, 'failed', 'blocked'],
  ['has gone', 18, 'failed', 'blocked'],
  ['sent what is not taken', 914, 'failed', 'not_accepted'],
  ['is asked too often', 6, 'waiting', 'too_fast'],
  ['knows no such token', 5, 'waiting', 'wrong_token'],
] as const)('an answer to whoever %s', async (_what, refuses, state, trouble) => {
  const id = await answered(820_000 + refuses, `Ответ ${refuses}`);
  vk.mood = { refuses, words: 'no' };
  await send();
  expect(await sendingOf(id)).toMatchObject({ state, trouble });
  vk.mood = 'takes';
  world.clock.advance({ seconds: 60 });
  await send();
  expect(seen(`Ответ ${refuses}`)).toBe(state === 'failed' ? 0 : 1);
});

test('a person’s words go with an erasure, and nobody else’s', async () => {
  const made = await call(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Лис',
      firstName: 'Ия',
      status: 'left',
      leftOn: '2020-01-01',
      contacts: [{ kind: 'vk', value: 'id814814' }],
    } as never,
    me.as,
  );
  const id = await answered(814_814, 'Приняли');
  await send();
  expect((await opened(id)).subscriberId).toBe(made.body.id);
  const { version } = await opened(id);
  await call('POST /api/conversations/{id}/close', { id, version }, me.as);
  const before = await world.ctx.db.selectFrom('rawMessages').select('id').execute();
  const erase = { id: made.body.id, confirm: 'Лис Ия', reason: 'request' as const };
  const as = { ...me.as, 'idempotency-key': randomUUID() };
  expect((await call('POST /api/subscribers/{id}/erase', erase, as)).status).toBe(200);
  // A screen that is still open keeps nothing of it.
  const draft = { entity: 'conversations', entityId: id, kind: 'reply' as const, writing: 'a' };
  const late = { ...draft, text: 'Лис Ия', version: 0 };
  expect((await world.via(workApi)('PUT /api/drafts', late, me.as)).status).toBe(404);
  const { rows } = await world.ctx.pool.query<{ row: string }>(
    `select m::text as row from messages m union all select r::text from raw_messages r
     union all select o::text from outgoing_messages o union all select c::text from conversations c
     union all select e::text from search_entries e union all select p::text from personal_history p`,
  );
  expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/814814|Приняли/);
  const erased = await world.ctx.db
    .selectFrom('rawMessages')
    .select('id')
    .where('erasedAt', 'is not', null)
    .execute();
  expect([erased.length, before.length > 10]).toEqual([1, true]);
});
