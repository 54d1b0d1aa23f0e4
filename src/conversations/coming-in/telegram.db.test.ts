import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { botToken, startTelegram, type Telegram } from '../../testing/telegram/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { beReady } from '../testing/desk.ts';

let world: World;
let telegram: Telegram;
let me: SignedIn;
let channelId = 0;
let watch: { stop: () => Promise<void> } | undefined;

beforeAll(async () => {
  world = await createWorld();
  telegram = await startTelegram();
  me = await signedIn(world, { name: 'Мария Орлова' });
  await beReady(world, me);
  const bot = { name: 'Бот', apiUrl: telegram.url, token: botToken };
  channelId = (await callerOf()('POST /api/channels/telegram', bot, me.as)).body.id;
  watch = world.watch('channels.bots');
});
afterAll(async () => {
  await watch?.stop();
  await telegram.stop();
  await world.close();
});

const callerOf = () => world.via({ ...api, ...channelsApi, ...subscribersApi });
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const opened = async (id: number) =>
  (await call('GET /api/conversations/{id}', { id }, me.as)).body;
const channel = async () => (await call('GET /api/channels', {}, me.as)).body.rows[0];

/** Everything that has come is understood. */
async function takeUp(): Promise<void> {
  await world.tick('channels.take_up');
  await world.tick('channels.fetch_files');
  await world.hear();
}
async function send(): Promise<void> {
  await world.tick('channels.send');
  await world.hear();
}

/** The newest conversation of this account, when it has so many messages. */
const ofAccount = (sender: string, messages = 1): Promise<number> =>
  vi.waitFor(async () => {
    await takeUp();
    const { rows } = await world.ctx.pool.query<{ id: number; count: number }>(
      `select c.id, count(m.id)::int as count
       from conversations c join messages m on m.conversation_id = c.id
       where c.sender = $1 group by c.id order by c.id desc limit 1`,
      [sender],
    );
    expect(rows[0]?.count).toBe(messages);
    return Number(rows[0]?.id);
  }, 15_000);

let updateId = 1_000_000;
/** An update that the foreign server cannot make, brought as Telegram would. */
async function bring(update: object): Promise<void> {
  updateId += 1;
  const row = await world.ctx.db.selectFrom('channels').select('secrets').executeTakeFirstOrThrow();
  const { hook } = JSON.parse(world.ctx.secrets.open(row.secrets) ?? '{}') as { hook: string };
  const answer = await world.request({
    method: 'POST',
    url: `/hooks/telegram/${channelId}`,
    headers: { 'x-telegram-bot-api-secret-token': hook, 'content-type': 'application/json' },
    payload: JSON.stringify({ update_id: updateId, ...update }),
  });
  expect(answer.statusCode).toBe(200);
}
const messageOf = (id: number, parts: object, message_id = 1) => ({
  message_id,
  date: 1,
  from: { id, is_bot: false, first_name: 'Пётр', username: 'petr_p' },
  chat: { id, type: 'private' },
  ...parts,
});
async function answerTo(id: number, text: string) {
  await call('POST /api/conversations/{id}/take', { id }, me.as);
  const { version } = await opened(id);
  const sent = await call('POST /api/conversations/{id}/messages', { id, version, text }, me.as);
  expect(sent.status).toBe(201);
}

test('what a person writes becomes one conversation, and the answer is the first touch', async () => {
  const olga = telegram.person({ userId: 601601, firstName: 'Ольга', userName: 'Olga_K' });
  await olga.sendMessage(olga.makeMessage('Не работает интернет'));
  const id = await ofAccount('601601');
  expect(await opened(id)).toMatchObject({
    channel: 'telegram',
    who: 'Ольга',
    account: '@olga_k',
    canReply: true,
    email: '',
    touchedAt: null,
    whoseTurn: 'ours',
  });
  await olga.sendMessage(olga.makeMessage('Уже час'));
  expect(await ofAccount('601601', 2)).toBe(id);
  world.clock.advance({ seconds: 20 });
  await answerTo(id, 'Здравствуйте! Проверяем.');
  await Promise.all([send(), send()]);
  expect(telegram.sent.map(({ chat_id: to, text }) => [to, text])).toEqual([
    ['601601', 'Здравствуйте! Проверяем.'],
  ]);
  expect(await opened(id)).toMatchObject({ whoseTurn: 'theirs', touchSeconds: 20 });
  expect((await channel())?.lastOutAt).not.toBeNull();
});

test('what was asked for once is not stored again, whoever asks', async () => {
  const { db } = world.ctx;
  const before = await db.selectFrom('rawMessages').select('id').execute();
  const second = world.watch('channels.bots');
  const { place } = await db.selectFrom('channels').select('place').executeTakeFirstOrThrow();
  expect((place as { offset: number }).offset).toBeGreaterThan(1);
  await second.stop();
  expect(await db.selectFrom('rawMessages').select('id').execute()).toEqual(before);
});

test('a photo, a document and a voice come after their words', async () => {
  const bytes = Buffer.from('картинка');
  telegram.files.set('large', { path: 'photos/1.jpg', bytes });
  telegram.files.set('paper', { path: 'documents/2.pdf', bytes: Buffer.from('%PDF') });
  telegram.files.set('long', { path: 'voice/3.oga', bytes, isTooBig: true });
  const photo = [{ file_id: 'small' }, { file_id: 'large' }];
  await bring({ message: messageOf(602602, { photo, caption: 'Вот роутер' }) });
  const paper = { file_id: 'paper', file_name: 'договор.pdf', mime_type: 'application/pdf' };
  await bring({ message: messageOf(602602, { document: paper }, 2) });
  await bring({ message: messageOf(602602, { voice: { file_id: 'long' } }, 3) });
  await world.tick('channels.take_up');
  const id = await ofAccount('602602', 3);
  const { messages } = await opened(id);
  expect(messages.map(({ text, files }) => [text, files.map(({ name }) => name)])).toEqual([
    ['Вот роутер', ['photo.jpg']],
    ['', ['договор.pdf']],
    ['', []],
  ]);
  expect(messages[2]?.lackingFiles).toMatchObject([{ name: 'voice.ogg', state: 'failed' }]);
  const fileId = messages[0]?.files[0]?.id ?? 0;
  const got = await call('GET /api/conversations/{id}/files/{fileId}', { id, fileId }, me.as);
  expect(got.body).toEqual('картинка');
});

test('a file whose server is away is fetched later, and its words are read meanwhile', async () => {
  const document = { file_id: 'late', file_name: 'late.txt' };
  const bytes = Buffer.from('x');
  telegram.files.set('late', { path: 'lost/late.txt', bytes, isLost: true });
  await bring({ message: messageOf(603603, { document, caption: 'Лог' }) });
  const id = await ofAccount('603603');
  expect((await opened(id)).messages[0]?.lackingFiles).toMatchObject([{ state: 'waiting' }]);
  telegram.files.set('late', { path: 'late.txt', bytes });
  world.clock.advance({ seconds: 20 });
  await takeUp();
  expect((await opened(id)).messages[0]?.files).toMatchObject([{ name: 'late.txt' }]);
});

test('a press of a button is a word, and is answered', async () => {
  const key = { text: 'Перезвоните мне', callback_data: 'call' };
  const message = { ...messageOf(666, {}), reply_markup: { inline_keyboard: [[key]] } };
  const from = { id: 604604, is_bot: false, first_name: 'Инна' };
  const chat = { id: 604604, type: 'private' };
  await bring({
    callback_query: { id: 'press-1', from, data: 'call', message: { ...message, chat } },
  });
  const id = await ofAccount('604604');
  expect((await opened(id)).messages[0]?.text).toBe('Перезвоните мне');
  expect(telegram.answered).toEqual(['press-1']);
});

test('changed words take the place of the old ones, which stay readable', async () => {
  await bring({ message: messageOf(605605, { text: 'Дом 5' }) });
  const id = await ofAccount('605605');
  await bring({ edited_message: messageOf(605605, { text: 'Дом 7' }) });
  await bring({ edited_message: messageOf(605605, { text: 'Дом 9' }) });
  await takeUp();
  const { messages } = await opened(id);
  expect(messages).toMatchObject([{ text: 'Дом 9', formerText: 'Дом 5' }]);
  expect(messages[0]?.editedAt).not.toBeNull();
});

test('whoever shows his own phone is recognised by it, and by his account from then on', async () => {
  const made = await call(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Белов',
      firstName: 'Пётр',
      contacts: [{ kind: 'phone', value: '+79131112233' }],
    } as never,
    me.as,
  );
  const phone_number = '79131112233';
  await bring({
    message: messageOf(606606, { contact: { phone_number, user_id: 1, first_name: 'А' } }),
  });
  const id = await ofAccount('606606');
  // Somebody else's card says nothing of who sends it.
  expect((await opened(id)).subscriberId).toBeNull();
  await bring({ message: messageOf(606606, { contact: { phone_number, user_id: 606606 } }, 2) });
  expect(await ofAccount('606606', 2)).toBe(id);
  expect(await opened(id)).toMatchObject({ subscriberId: made.body.id, phone: '+79131112233' });
  const card = await call('GET /api/subscribers/{id}', { id: made.body.id }, me.as);
  expect(card.body.contacts).toMatchObject([
    { kind: 'phone' },
    { kind: 'telegram', value: '606606' },
  ]);
});

test('an account that the base knows by its name is recognised', async () => {
  const made = await call(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Ким',
      firstName: 'Ян',
      contacts: [{ kind: 'telegram', value: '@yan_kim' }],
    } as never,
    me.as,
  );
  const yan = telegram.person({ userId: 607607, firstName: 'Ян', userName: 'Yan_Kim' });
  await yan.sendMessage(yan.makeMessage('Здравствуйте'));
  const id = await ofAccount('607607');
  expect(await opened(id)).toMatchObject({ subscriberId: made.body.id, who: 'Ким Ян' });
});

test('groups, bots and what is newer than we are start nothing', async () => {
  const group = { chat: { id: -5, type: 'group' }, text: 'Всем привет' };
  await bring({ message: messageOf(608608, group) });
  const robot = { from: { id: 608608, is_bot: true, first_name: 'Робот' }, text: 'x' };
  await bring({ message: messageOf(608608, robot) });
  await bring({ message: messageOf(608608, { dice: { emoji: '🎲', value: 3 } }) });
  await bring({ my_chat_member: { from: { id: 608608 }, chat: { id: 608608 } } });
  await takeUp();
  const rows = await world.ctx.db
    .selectFrom('rawMessages')
    .select(['state', 'error'])
    .where('sender', '=', '608608')
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { state: 'refused', error: 'not_private' },
    { state: 'refused', error: 'auto_reply' },
    { state: 'quarantined', error: 'unknown_update' },
    { state: 'understood', error: null },
  ]);
});

test('a chat that was closed goes on for a day, then a new one begins', async () => {
  await bring({ message: messageOf(609609, { text: 'Вопрос' }) });
  const id = await ofAccount('609609');
  await answerTo(id, 'Ответ');
  await send();
  const close = async () => {
    const { version } = await opened(id);
    return call('POST /api/conversations/{id}/close', { id, version }, me.as);
  };
  expect((await close()).status).toBe(200);
  await bring({ message: messageOf(609609, { text: 'Спасибо' }, 2) });
  expect(await ofAccount('609609', 3)).toBe(id);
  expect(await opened(id)).toMatchObject({ state: 'open', whoseTurn: 'ours' });
  await close();
  world.clock.advance({ seconds: 86_401 });
  await bring({ message: messageOf(609609, { text: 'Другой вопрос' }, 3) });
  expect(await ofAccount('609609')).not.toBe(id);
});

test.each([
  ['the other side has blocked us', 403, 'Forbidden: bot was blocked by the user', 'blocked'],
  ['the words are not taken', 400, 'Bad Request: chat not found', 'not_accepted'],
] as const)('an answer fails where %s', async (_what, refuses, words, trouble) => {
  const account = `61561${refuses}`;
  await bring({ message: messageOf(Number(account), { text: 'Вопрос' }) });
  const id = await ofAccount(account);
  await answerTo(id, 'Ответ');
  telegram.mood = { refuses, words };
  await send();
  telegram.mood = 'takes';
  expect((await opened(id)).messages.at(-1)?.sending).toMatchObject({
    state: 'failed',
    trouble,
    error: words,
  });
  expect(await opened(id)).toMatchObject({ whoseTurn: 'ours', touchedAt: null });
});

test('a server that asks to wait is not asked before', async () => {
  await bring({ message: messageOf(611611, { text: 'Вопрос' }) });
  const id = await ofAccount('611611');
  await answerTo(id, 'Не спеша');
  telegram.mood = { refuses: 429, words: 'Too Many Requests: retry after 40', waitSeconds: 40 };
  await send();
  telegram.mood = 'takes';
  const came = () => telegram.sent.filter(({ text }) => text === 'Не спеша').length;
  world.clock.advance({ seconds: 39 });
  await send();
  expect(came()).toBe(1);
  expect((await opened(id)).messages.at(-1)?.sending).toMatchObject({ trouble: 'too_fast' });
  world.clock.advance({ seconds: 1 });
  await send();
  expect(came()).toBe(2);
  expect((await opened(id)).messages.at(-1)?.sending).toMatchObject({ state: 'sent' });
});

test('what broke off after its words is never sent again by itself', async () => {
  await bring({ message: messageOf(612612, { text: 'Вопрос' }) });
  const id = await ofAccount('612612');
  await answerTo(id, 'Один раз');
  telegram.mood = 'cuts_after_words';
  await send();
  telegram.mood = 'takes';
  world.clock.advance({ seconds: 86_400 });
  await send();
  expect(telegram.sent.filter(({ text }) => text === 'Один раз')).toHaveLength(1);
  expect((await opened(id)).messages.at(-1)?.sending).toMatchObject({
    state: 'unknown',
    trouble: 'cut_off',
  });
});

test('a server out of reach is the bot’s trouble, and the answer waits', async () => {
  await bring({ message: messageOf(613613, { text: 'Вопрос' }) });
  const id = await ofAccount('613613');
  await answerTo(id, 'Позже');
  const { version = 0 } = (await channel()) ?? {};
  const away = { name: 'Бот', token: botToken, id: channelId, apiUrl: 'http://127.0.0.1:1' };
  const changed = await call('PUT /api/channels/telegram/{id}', { ...away, version }, me.as);
  await send();
  expect((await opened(id)).messages.at(-1)?.sending).toMatchObject({
    state: 'waiting',
    trouble: 'unreachable',
  });
  expect(await channel()).toMatchObject({
    trouble: 'unreachable',
    troubleOf: 'api',
    waitingOut: 1,
  });
  const back = { ...away, ...changed.body, apiUrl: telegram.url };
  await call('PUT /api/channels/telegram/{id}', back, me.as);
  world.clock.advance({ seconds: 30 });
  await send();
  expect((await opened(id)).messages.at(-1)?.sending).toMatchObject({ state: 'sent' });
});

test('a person’s words are told to that person, and go with an erasure', async () => {
  const made = await call(
    'POST /api/subscribers',
    {
      kind: 'person',
      lastName: 'Лис',
      firstName: 'Ия',
      status: 'left',
      leftOn: '2020-01-01',
      contacts: [{ kind: 'telegram', value: '614614' }],
    } as never,
    me.as,
  );
  const one = { id: made.body.id };
  const from = { id: 614_614, is_bot: false, first_name: 'Ия', username: 'iya_lis' };
  telegram.files.set('pass', { path: 'passport.jpg', bytes: Buffer.from('6901') });
  const document = { file_id: 'pass', file_name: 'паспорт.jpg' };
  await bring({ message: messageOf(614_614, { from, document, caption: 'Мой паспорт' }) });
  const id = await ofAccount('614614');
  await bring({ edited_message: messageOf(614_614, { from, text: 'Паспорт мой' }) });
  await bring({ message: messageOf(614_614, { from, dice: { value: 1 } }, 9) });
  await takeUp();
  await answerTo(id, 'Приняли');
  await send();
  const told = await call(
    'GET /api/subscribers/{id}/personal-data',
    { ...one, format: 'json' },
    me.as,
  );
  for (const words of [
    'Паспорт мой',
    'Мой паспорт',
    'паспорт.jpg',
    '@iya_lis',
    '614614',
    'Приняли',
  ]) {
    expect(JSON.stringify(told.body)).toContain(words);
  }
  const { version } = await opened(id);
  await call('POST /api/conversations/{id}/close', { id, version }, me.as);
  const erase = { ...one, confirm: 'Лис Ия', reason: 'request' as const };
  expect((await call('POST /api/subscribers/{id}/erase', erase, me.as)).status).toBe(200);
  const { rows } = await world.ctx.pool.query<{ row: string }>(
    `select m::text as row from messages m union all select r::text from raw_messages r
     union all select o::text from outgoing_messages o union all select c::text from conversations c
     union all select f::text from files f union all select i::text from incoming_files i
     union all select e::text from search_entries e union all select p::text from personal_history p`,
  );
  const rest = rows.map(({ row }) => row).join('\n');
  expect(rest).not.toMatch(/614614|iya_lis|паспорт|Приняли/i);
});
