import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import type { SignedIn } from '../../testing/staff.ts';
import { createSubscribersWorld, type SubscribersWorld } from '../../testing/subscribers.ts';
import { botToken, startTelegram, type Telegram } from '../../testing/telegram/server.ts';
import { newMessage, vkEvent, vkMessage, vkSecret } from '../../testing/vk/events.ts';
import { startVk, type Vk, vkGroup, vkToken } from '../../testing/vk/server.ts';
import type { World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { ask, readyAgent } from '../testing/desk.ts';
import { ownSenders } from '../verifying/own-senders.ts';
import { waysTo } from '../writing/ways-to.ts';

let made: SubscribersWorld;
let world: World;
let telegram: Telegram;
let vk: Vk;
let me: SignedIn;
let [telegramId, vkId] = [0, 0];

beforeAll(async () => {
  made = await createSubscribersWorld();
  ({ world } = made);
  [telegram, vk] = await Promise.all([startTelegram(), startVk()]);
  for (const one of [701, 702, 703, 704]) {
    vk.names.set(one, { first_name: 'Иван', last_name: 'Петров' });
  }
  me = await readyAgent(world, {});
  const bot = { name: 'Бот', apiUrl: telegram.url, token: botToken };
  telegramId = (await call('POST /api/channels/telegram', bot, me.as)).body.id;
  const secrets = { token: vkToken, secret: vkSecret, confirmation: '12ab34cd' };
  const community = { name: 'ВК', apiUrl: vk.url, groupId: String(vkGroup.id), ...secrets };
  vkId = (await call('POST /api/channels/vk', community, me.as)).body.id;
});
afterAll(async () => {
  await Promise.all([telegram.stop(), vk.stop()]);
  await world.close();
});

const callerOf = () => world.via({ ...api, ...channelsApi });
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const opened = async (id: number) =>
  (await call('GET /api/conversations/{id}', { id }, me.as)).body;

async function understood(sender: string): Promise<number> {
  await world.tick('channels.take_up');
  await world.hear();
  const { id } = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .where('sender', '=', sender)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}

let count = 1;
/** Words come from a chat of Telegram. @returns its newest conversation */
async function byTelegram(from: number, text: string): Promise<number> {
  count += 1;
  world.clock.advance({ seconds: 1 });
  const { secrets } = await world.ctx.db
    .selectFrom('channels')
    .select('secrets')
    .where('id', '=', telegramId)
    .executeTakeFirstOrThrow();
  const { hook } = JSON.parse(world.ctx.secrets.open(secrets) ?? '{}') as { hook: string };
  const person = { id: from, is_bot: false, first_name: 'Пётр' };
  const message = { message_id: count, date: 1, from: person, chat: { id: from, type: 'private' } };
  const answer = await world.request({
    method: 'POST',
    url: `/hooks/telegram/${telegramId}`,
    headers: { 'x-telegram-bot-api-secret-token': hook, 'content-type': 'application/json' },
    payload: JSON.stringify({ update_id: count, message: { ...message, text } }),
  });
  expect(answer.statusCode).toBe(200);
  return understood(String(from));
}

async function byVk(from: number, event: object): Promise<number> {
  world.clock.advance({ seconds: 1 });
  const answer = await world.request({
    method: 'POST',
    url: `/hooks/vk/${vkId}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(event),
  });
  expect(answer.statusCode).toBe(200);
  return understood(`id${from}`);
}
const writeVk = (from: number, number: number, text: string) =>
  byVk(from, newMessage(from, number, { text }));

async function merge(id: number, fromId: number): Promise<number> {
  await call('POST /api/conversations/{id}/take', { id }, me.as);
  const { version } = await opened(id);
  const done = await call('POST /api/conversations/{id}/merge', { id, version, fromId }, me.as);
  expect(done.status).toBe(200);
  return done.body.mergeId;
}
async function reply(id: number, text: string): Promise<void> {
  const { version } = await opened(id);
  const sent = await call('POST /api/conversations/{id}/messages', { id, version, text }, me.as);
  expect(sent.status).toBe(201);
}
/** By which channel an answer leaves, and to whom. */
const leaving = async (text: string): Promise<unknown> => {
  const { rows } = await world.ctx.pool.query<{ way: unknown }>(
    `select json_build_array(channel_id, recipient) as way from outgoing_messages
     where payload ->> 'text' = $1`,
    [text],
  );
  return rows.map(({ way }) => way);
};
const words = async (id: number) => (await opened(id)).messages.map(({ text }) => text);

test('an answer leaves by the channel of the newest word, to whoever wrote it', async () => {
  const into = await byTelegram(501, 'Вопрос');
  const from = await writeVk(701, 1, 'И ещё');
  const mergeId = await merge(into, from);
  expect((await opened(into)).answersBy).toMatchObject({ channel: 'vk', to: 'Иван Петров' });
  await reply(into, 'Первый ответ');
  // The word of a merged chat goes into what it became, and so does a change of it.
  await writeVk(701, 2, 'Спасибо');
  await byVk(701, vkEvent('message_edit', vkMessage(701, 2, { text: 'Спасибо!' })));
  expect(await words(into)).toEqual(['Вопрос', 'И ещё', 'Первый ответ', 'Спасибо!']);
  await reply(into, 'Второй ответ');
  await byTelegram(501, 'А у меня?');
  expect((await opened(into)).answersBy).toMatchObject({ channel: 'telegram', to: 'Пётр' });
  await reply(into, 'Третий ответ');
  const ways = await Promise.all(['Первый ответ', 'Второй ответ', 'Третий ответ'].map(leaving));
  expect(ways).toEqual([[[vkId, '701']], [[vkId, '701']], [[telegramId, '501']]]);
  // Set apart, each has what was said with it.
  const apart = { id: into, mergeId };
  const undone = await call('POST /api/conversations/{id}/merges/{mergeId}/undo', apart, me.as);
  expect(undone.status).toBe(200);
  const both = await Promise.all([words(into), words(from)]);
  expect(both[0]).toEqual(['Вопрос', 'А у меня?', 'Третий ответ']);
  expect(both[1]).toEqual(['И ещё', 'Первый ответ', 'Спасибо!', 'Второй ответ']);
});

test('what is answered by a call is answered by the chat that was merged into it', async () => {
  const into = await ask(world);
  await merge(into, await writeVk(702, 1, 'Это снова я'));
  expect(await opened(into)).toMatchObject({ canReply: true, answersBy: { channel: 'vk' } });
  await reply(into, 'Видим вас');
  expect(await leaving('Видим вас')).toEqual([[vkId, '702']]);
  const call1 = await ask(world);
  await call('POST /api/conversations/{id}/take', { id: call1 }, me.as);
  const { version, answersBy } = await opened(call1);
  expect(answersBy).toBeNull();
  const none = { id: call1, version, text: 'Никуда' };
  const refused = await call('POST /api/conversations/{id}/messages', none, me.as);
  expect(refused.body.code).toBe('conversations.cannot_answer');
});

test('what is split off a merged one stays with whoever wrote it', async () => {
  const into = await byTelegram(504, 'Моё');
  const from = await writeVk(704, 1, 'Чужое');
  await merge(into, from);
  const { version, messages } = await opened(into);
  const messageIds = messages.filter(({ text }) => text === 'Чужое').map(({ id }) => id);
  const split = { id: into, version, messageIds };
  const { body } = await call('POST /api/conversations/{id}/split', split, me.as);
  expect(await opened(body.intoId)).toMatchObject({ channel: 'vk', answersBy: { channel: 'vk' } });
  expect((await opened(into)).answersBy?.channel).toBe('telegram');
  expect(await byTelegram(504, 'Ещё моё')).toBe(into);
});

test('a code or a notice goes to no chat of somebody who was merged', async () => {
  const subscriberId = await made.add({ contacts: [{ kind: 'telegram', value: '503503' }] });
  const into = await byTelegram(503503, 'Это я');
  await merge(into, await writeVk(703, 1, 'А это не я'));
  await writeVk(703, 2, 'И снова не я');
  world.clock.advance({ seconds: 25 * 3600 });
  const ways = await waysTo(world.ctx, { subscriberId });
  expect(ways.map(({ kind, recipient }) => [kind, recipient])).toEqual([['telegram', '503503']]);
  const [way, ...others] = await ownSenders.waysOf(world.ctx, [subscriberId]);
  expect([way?.kind, others]).toEqual(['telegram', []]);
  await ownSenders.send(world.ctx, [subscriberId], { key: way?.key ?? '', text: '123456' });
  expect(await leaving('123456')).toEqual([[telegramId, '503503']]);
});
