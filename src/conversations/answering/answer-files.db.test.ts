import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { FilesAway } from '../../kernel/files/disk.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { botToken, startTelegram, type Telegram } from '../../testing/telegram/server.ts';
import { newMessage, vkSecret } from '../../testing/vk/events.ts';
import { startVk, type Vk, vkGroup, vkToken } from '../../testing/vk/server.ts';
import { attachToAnswer as attach } from '../../testing/upload.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

// Answers with files on Telegram, VK and the site's chat; letters stand in email-out.db.test.ts.
let world: World;
let telegram: Telegram;
let vk: Vk;
let me: SignedIn;
const ids = { telegram: 0, vk: 0, chat: 0 };
const token = 'olga'.padEnd(40, '-');

beforeAll(async () => {
  world = await createWorld();
  [telegram, vk] = await Promise.all([startTelegram(), startVk()]);
  me = await signedIn(world);
  const bot = { name: 'Бот', apiUrl: telegram.url, token: botToken };
  ids.telegram = (await call('POST /api/channels/telegram', bot, me.as)).body.id;
  const secrets = { token: vkToken, secret: vkSecret, confirmation: '12ab34cd' };
  const community = { name: 'ВК', apiUrl: vk.url, groupId: String(vkGroup.id), ...secrets };
  ids.vk = (await call('POST /api/channels/vk', community, me.as)).body.id;
  const chat = { name: 'Сайт', title: 'Чат', greeting: '' };
  ids.chat = (await call('POST /api/channels/chat', chat, me.as)).body.id;
  // A reader starts from when it is first asked: before anything is sent.
  await world.hear();
});
afterAll(async () => {
  await Promise.all([telegram.stop(), vk.stop()]);
  await world.close();
});
beforeEach(() => {
  telegram.mood = 'takes';
  vk.mood = 'takes';
  telegram.sent.length = 0;
  telegram.sentFiles.length = 0;
  vk.messages.length = 0;
  vk.laid.length = 0;
});

const callerOf = () => world.via({ ...api, ...channelsApi, ...subscribersApi });
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const opened = async (id: number) =>
  (await call('GET /api/conversations/{id}', { id }, me.as)).body;
const lastOf = async (id: number) => (await opened(id)).messages.at(-1);
async function send(): Promise<void> {
  await world.tick('channels.send');
  await world.hear();
}
const settle = (id: number, messageId: number, hasArrived: boolean) =>
  call(
    'POST /api/conversations/{id}/messages/{messageId}/settle',
    { id, messageId, hasArrived },
    me.as,
  );

let people = 0;
/** Somebody has written by a channel, and I have taken it. */
async function asked(channel: keyof typeof ids): Promise<number> {
  people += 1;
  const from = 700_000 + people;
  await bring[channel](from);
  await world.tick('channels.take_up');
  const { id } = await world.ctx.db
    .selectFrom('conversations')
    .select('id')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  await call('POST /api/conversations/{id}/take', { id }, me.as);
  return id;
}

const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
  world.request({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(payload),
  });

const bring = {
  telegram: async (from: number) => {
    const row = await world.ctx.db
      .selectFrom('channels')
      .select('secrets')
      .where('id', '=', ids.telegram)
      .executeTakeFirstOrThrow();
    const kept = JSON.parse(world.ctx.secrets.open(row.secrets) ?? '{}') as { hook: string };
    const who = { id: from, is_bot: false, first_name: 'Пётр' };
    const chat = { id: from, type: 'private' };
    const message = { message_id: 1, date: 1, from: who, chat, text: 'Вопрос' };
    const secret = { 'x-telegram-bot-api-secret-token': kept.hook };
    await post(`/hooks/telegram/${ids.telegram}`, { update_id: from, message }, secret);
  },
  vk: (from: number) =>
    post(`/hooks/vk/${ids.vk}`, newMessage(from, 1, { text: 'Вопрос' })) as Promise<unknown>,
  chat: (from: number) =>
    call('POST /api/public/chat/messages', {
      channelId: ids.chat,
      token,
      key: `message-key-${from}`,
      text: 'Вопрос',
    }) as Promise<unknown>,
};

const png = Buffer.concat([Buffer.from('\u0089PNG', 'latin1'), randomBytes(3000)]);
const pdf = randomBytes(40_000);
const picture = { name: 'схема; дом 5.png', type: 'image/png', content: png };
const paper = { name: 'Договор № 5.pdf', type: 'application/pdf', content: pdf };

async function answer(id: number, text: string, ...files: (typeof paper)[]) {
  const fileIds: number[] = [];
  for (const file of files) fileIds.push(await attach(world, id, file, me.as));
  const { version } = await opened(id);
  const input = { id, version, text, fileIds };
  return call('POST /api/conversations/{id}/messages', input, me.as);
}

test('Telegram: words stand under the first file, a picture is one, and bytes arrive', async () => {
  const id = await asked('telegram');
  expect((await answer(id, 'Вот', picture, paper)).status).toBe(201);
  expect((await lastOf(id))?.files.map(({ name }) => name)).toEqual([picture.name, paper.name]);
  await Promise.all([send(), send()]);
  expect(telegram.sent).toEqual([]);
  expect(telegram.sentFiles).toMatchObject([
    { method: 'sendPhoto', caption: 'Вот', name: picture.name, bytes: png },
    { method: 'sendDocument', caption: '', name: paper.name, bytes: pdf },
  ]);
  expect(await opened(id)).toMatchObject({ whoseTurn: 'theirs', drafts: [{ files: [] }] });
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'sent' });
});

test('Telegram: long words go before, and what is no picture goes as a document', async () => {
  const id = await asked('telegram');
  const words = 'слово '.repeat(300).trim();
  await answer(id, words, { ...picture, content: pdf });
  await send();
  expect(telegram.sent.map(({ text }) => text)).toEqual([words]);
  expect(telegram.sentFiles).toMatchObject([{ method: 'sendDocument', caption: '', bytes: pdf }]);
});

test('Telegram: of parts that broke off only the open one is unknown, and none is doubled', async () => {
  const id = await asked('telegram');
  await answer(id, 'Три', paper, { ...paper, name: 'два.pdf' }, { ...paper, name: 'три.pdf' });
  const names = () => telegram.sentFiles.map(({ name }) => name);
  // The second breaks off after its bytes went over.
  const { push } = telegram.sentFiles;
  telegram.sentFiles.push = (file) => {
    telegram.mood = file.name === 'два.pdf' ? 'cuts_after_words' : 'takes';
    return push.call(telegram.sentFiles, file);
  };
  await send();
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'unknown', trouble: 'cut_off' });
  world.clock.advance({ seconds: 86_400 });
  await send();
  expect(names()).toEqual([paper.name, 'два.pdf']);
  // It has arrived: the rest goes.
  await settle(id, (await lastOf(id))?.id ?? 0, true);
  await send();
  expect(names()).toEqual([paper.name, 'два.pdf', 'три.pdf']);
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'sent' });
  telegram.sentFiles.push = push;
});

test('VK: files are laid down once, and a message handed over again names the same', async () => {
  const id = await asked('vk');
  await answer(id, 'Вот', picture, paper);
  vk.mood = 'cuts_after_words';
  await send();
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'waiting' });
  vk.mood = 'takes';
  world.clock.advance({ seconds: 30 });
  await send();
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'sent' });
  expect(vk.laid.map(({ fileName, bytes }) => [fileName, bytes])).toEqual([
    [picture.name, png],
    [paper.name, pdf],
  ]);
  const attachments = vk.laid.map(({ name }) => name);
  expect(vk.messages).toMatchObject([{ text: 'Вот', attachments }]);
});

test('VK: what is not taken is told before, and a server without room is asked again', async () => {
  const id = await asked('vk');
  const refused = await answer(id, 'Вот', { ...paper, name: 'setup.exe' });
  expect(refused.body.code).toBe('conversations.file_not_taken');
  // Nothing of it is lost.
  expect((await opened(id)).drafts).toMatchObject([{ files: [{ name: 'setup.exe' }] }]);
  const { laid } = vk;
  laid.push = () => {
    throw new Error('VK has no room');
  };
  await answer(id, 'Вот', paper);
  await send();
  Reflect.deleteProperty(laid, 'push');
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'waiting' });
  world.clock.advance({ seconds: 30 });
  await send();
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'sent' });
});

test('chat: a visitor sees the file, and nobody else gets it', async () => {
  const id = await asked('chat');
  await answer(id, '', paper);
  await send();
  const seen = await call('POST /api/public/chat/lines', { channelId: ids.chat, token });
  const line = seen.body.lines.at(-1);
  expect(line).toMatchObject({ isOurs: true, text: '', files: [{ name: paper.name }] });
  const fileId = line?.files[0]?.id ?? 0;
  const shown = { channelId: ids.chat, token };
  const got = await post(`/api/public/chat/files/${fileId}`, shown);
  expect(got.rawPayload.equals(pdf)).toBe(true);
  const strange = { ...shown, token: 'petr'.padEnd(40, '-'), fileId };
  expect((await call('POST /api/public/chat/files/{fileId}', strange)).status).toBe(404);
  const other = await asked('telegram');
  const route = 'GET /api/conversations/{id}/files/{fileId}';
  expect((await call(route, { id: other, fileId }, me.as)).status).toBe(404);
  expect((await call(route, { id, fileId }, me.as)).status).toBe(200);
});

test('what is stale, too much or not mine is told, and the files stay with the draft', async () => {
  const id = await asked('telegram');
  const fileId = await attach(world, id, paper, me.as);
  const { version } = await opened(id);
  const route = 'POST /api/conversations/{id}/messages';
  const stale = { id, version: version - 1, text: 'Вот', fileIds: [fileId] };
  expect((await call(route, stale, me.as)).body.code).toBe('conversations.changed_meanwhile');
  const many: number[] = [fileId];
  while (many.length < 11) many.push(await attach(world, id, paper, me.as));
  const much = { id, version, text: 'Вот', fileIds: many };
  expect((await call(route, much, me.as)).body.code).toBe('conversations.too_many_files');
  expect((await opened(id)).drafts[0]?.files).toHaveLength(11);
  const empty = { id, version, text: ' ' };
  expect((await call(route, empty, me.as)).body.code).toBe('conversations.nothing_said');
  const other = await asked('telegram');
  const elsewhere = { id: other, version: (await opened(other)).version, text: 'Вот' };
  const strange = await call(route, { ...elsewhere, fileIds: [fileId] }, me.as);
  expect(strange.body.code).toBe('work.file_not_found');
  // Twice at once, each under its own key: one goes, and the file with it.
  const twice = await Promise.all(
    [1, 2].map(() => call(route, { id, version, text: 'Вот', fileIds: [fileId] }, me.as)),
  );
  expect(new Set(twice.map(({ status }) => status))).toEqual(new Set([201, 409]));
});

test('storage that is away lets an answer wait', async () => {
  const id = await asked('telegram');
  await send();
  telegram.sentFiles.length = 0;
  await answer(id, 'Вот', paper);
  const { disk } = world.ctx.files;
  const { getStream } = disk;
  disk.getStream = (key) => Promise.reject(new FilesAway('read', new Error(key)));
  await send();
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'waiting', trouble: 'files_away' });
  disk.getStream = getStream;
  world.clock.advance({ seconds: 30 });
  await send();
  expect((await lastOf(id))?.sending).toMatchObject({ state: 'sent' });
  expect(telegram.sentFiles).toHaveLength(1);
});

test('files that went, and those still with a draft, are told and go with the person', async () => {
  const id = await asked('vk');
  const { body } = await call(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Лис',
      firstName: 'Ия',
      status: 'left',
      leftOn: '2020-01-01',
    } as never,
    me.as,
  );
  const one = { id: body.id };
  const known = { id, version: (await opened(id)).version, subscriberId: body.id };
  await call('PUT /api/conversations/{id}/subscriber', known, me.as);
  await answer(id, 'Вот', { ...paper, name: 'для-Лис.pdf' });
  await send();
  await attach(world, id, { ...paper, name: 'черновик-Лис.pdf' }, me.as);
  const told = await call(
    'GET /api/subscribers/{id}/personal-data',
    { ...one, format: 'json' },
    me.as,
  );
  expect(JSON.stringify(told.body)).toContain('для-Лис.pdf');
  const { version } = await opened(id);
  await call('POST /api/conversations/{id}/close', { id, version }, me.as);
  const erase = { ...one, confirm: 'Лис Ия', reason: 'request' as const };
  expect((await call('POST /api/subscribers/{id}/erase', erase, me.as)).status).toBe(200);
  await vi.waitFor(async () => {
    const { rows } = await world.ctx.pool.query<{ row: string }>(
      `select f::text as row from files f where name like '%Лис%'
       union all
       select o::text from outgoing_files o
       join   messages m on m.outgoing_message_id = o.outgoing_message_id
       where  m.conversation_id = ${id}`,
    );
    expect(rows).toEqual([]);
  });
});
