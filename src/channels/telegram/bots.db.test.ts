import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { botToken, startTelegram, type Telegram } from '../../testing/telegram/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';
import { queueMessage } from '../sending/queue-message.ts';

let world: World;
let telegram: Telegram;
let me: SignedIn;
let bot = { id: 0, version: 0 };
let hook = '';

beforeAll(async () => {
  world = await createWorld();
  telegram = await startTelegram();
  me = await signedIn(world);
});
afterAll(async () => {
  await telegram.stop();
  await world.close();
});

const callerOf = () => world.via(api);
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const given = () => ({
  name: 'Бот',
  apiUrl: telegram.url,
  token: botToken,
  receiving: 'webhook' as const,
  publicUrl: 'https://bereg.example',
});
const listed = async () => (await call('GET /api/channels', {}, me.as)).body.rows[0];
const raws = () =>
  world.ctx.db
    .selectFrom('rawMessages')
    .select(['key', 'state', 'error', 'repeats', 'sender', 'payload'])
    .orderBy('id')
    .execute();

const knock = (body: string | object, secret = hook, id = bot.id) =>
  world.request({
    method: 'POST',
    url: `/hooks/telegram/${id}`,
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  });

test('only who manages channels connects a bot', async () => {
  const agent = await signedIn(world, { role: 'agent' });
  expect((await call('POST /api/channels/telegram', given(), agent.as)).status).toBe(403);
  const { name: _, ...tried } = given();
  expect((await call('POST /api/channels/telegram/test', tried, agent.as)).status).toBe(403);
});

test('the test of a bot says who it is, or what is wrong', async () => {
  const { name: _, ...tried } = given();
  const right = await call('POST /api/channels/telegram/test', tried, me.as);
  expect(right.body).toEqual({ trouble: null, words: '', botName: '@TestNameBot' });
  const wrong = { ...tried, token: '7001:другая' };
  const denied = await call('POST /api/channels/telegram/test', wrong, me.as);
  expect(denied.body).toMatchObject({ trouble: 'wrong_token', words: 'Unauthorized' });
  const nowhere = { ...tried, apiUrl: 'http://127.0.0.1:1' };
  const away = await call('POST /api/channels/telegram/test', nowhere, me.as);
  expect(away.body).toMatchObject({ trouble: 'unreachable' });
  expect(JSON.stringify(away.body)).not.toContain('тайна');
});

test.each([
  ['no address', { apiUrl: 'api.telegram.org' }, 'apiUrl'],
  ['an address of another kind', { apiUrl: 'file:///etc/passwd' }, 'apiUrl'],
  ['no token', { token: '' }, 'token'],
  ['nobody to be called at', { publicUrl: '' }, 'publicUrl'],
])('%s is refused at its field', async (_what, wrong, field) => {
  const answer = await call('POST /api/channels/telegram', { ...given(), ...wrong }, me.as);
  expect([answer.status, Object.keys(answer.body.fields ?? {})]).toEqual([422, [field]]);
});

test('a token goes in and never comes out', async () => {
  const made = await call('POST /api/channels/telegram', given(), me.as);
  expect(made.status).toBe(201);
  bot = made.body;
  const taken = await call('POST /api/channels/telegram', given(), me.as);
  expect(taken.body.code).toBe('channels.bot_taken');
  const row = await listed();
  expect(row).toMatchObject({ kind: 'telegram', settings: { botId: '7001' }, state: 'on' });
  expect(JSON.stringify(row)).not.toContain('тайна');
  const secrets = await world.ctx.db.selectFrom('channels').select('secrets').executeTakeFirst();
  const open = JSON.parse(world.ctx.secrets.open(secrets?.secrets ?? '') ?? '{}') as typeof kept;
  const kept = { token: '', hook: '' };
  expect(open.token).toBe(botToken);
  hook = open.hook;
  for (const table of ['channels', 'events', 'personal_history', 'idempotency_keys']) {
    const { rows } = await world.ctx.pool.query<{ row: string }>(
      `select t::text as row from ${table} t`,
    );
    for (const one of rows) {
      expect(one.row).not.toContain('тайна');
      expect(one.row).not.toContain(hook);
    }
  }
});

test('a token kept here is shown to no other server', async () => {
  const { token: _, ...same } = given();
  const renamed = { ...same, ...bot, name: 'Помощник' };
  const changed = await call('PUT /api/channels/telegram/{id}', renamed, me.as);
  expect(changed.status).toBe(200);
  const stale = await call('PUT /api/channels/telegram/{id}', renamed, me.as);
  expect(stale.body.code).toBe('channels.changed_meanwhile');
  bot = changed.body;
  const elsewhere = { ...same, ...bot, apiUrl: 'https://evil.example' };
  const refused = await call('PUT /api/channels/telegram/{id}', elsewhere, me.as);
  expect(Object.keys(refused.body.fields ?? {})).toEqual(['token']);
  const { name: _name, ...tried } = { ...same, id: bot.id, apiUrl: 'https://evil.example' };
  const alike = await call('POST /api/channels/telegram/test', tried, me.as);
  expect(Object.keys(alike.body.fields ?? {})).toEqual(['token']);
});

test('who does not know the secret finds no door', async () => {
  const update = { update_id: 1, message: { text: 'x' } };
  expect((await knock(update, `${hook}x`)).statusCode).toBe(404);
  expect((await knock(update, '')).statusCode).toBe(404);
  expect((await knock(update, hook, bot.id + 1)).statusCode).toBe(404);
  expect(await raws()).toEqual([]);
});

test('what comes is stored as it came, once, whatever it is', async () => {
  const from = { id: 501, is_bot: false, first_name: 'Ольга' };
  const chat = { id: 501, type: 'private' };
  const update = { update_id: 10, message: { message_id: 1, from, chat, date: 1, text: 'Ой' } };
  const many = Array.from({ length: 5 }, () => knock(update));
  for (const answer of await Promise.all(many)) {
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
  }
  expect(await raws()).toEqual([
    {
      key: `${bot.id}:10`,
      state: 'waiting',
      error: null,
      repeats: 4,
      sender: '501',
      payload: update,
    },
  ]);
  for (const body of ['не JSON', '{"update_id":11,"x":"\\u0000"}', '{"ok":true}', '[]', '']) {
    expect((await knock(body)).statusCode).toBe(200);
    expect((await knock(body)).statusCode).toBe(200);
  }
  const aside = (await raws()).slice(1);
  expect(aside.map(({ state, error, repeats }) => [state, error, repeats])).toEqual([
    ['quarantined', 'not_json', 1],
    ['quarantined', 'unstorable', 1],
    ['quarantined', 'unknown_update', 1],
    ['quarantined', 'unknown_update', 1],
    ['quarantined', 'not_json', 1],
  ]);
  expect((await knock(' '.repeat(262_145))).statusCode).toBe(413);
  const list = await call('GET /api/channels/messages', {}, me.as);
  expect(list.body.counts).toMatchObject({ quarantined: 5, waiting: 1 });
});

test('what comes for a paused bot is stored, and waits until it runs again', async () => {
  const { db } = world.ctx;
  const paused = await call('POST /api/channels/{id}/pause', bot, me.as);
  await world.tick('channels.take_up');
  expect((await listed())?.waitingIn).toBe(1);
  bot = (await call('POST /api/channels/{id}/resume', paused.body, me.as)).body;
  await world.tick('channels.take_up');
  expect((await listed())?.waitingIn).toBe(0);
  expect(await db.selectFrom('conversations').select('sender').execute()).toEqual([
    { sender: '501' },
  ]);
});

const states = async () => {
  const rows = await world.ctx.db
    .selectFrom('outgoingMessages')
    .select('state')
    .orderBy('id')
    .execute();
  return rows.map(({ state }) => state);
};
const queued = (text: string) =>
  queueMessage(world.ctx, { channelId: bot.id, recipient: '501', payload: { text } });

test('nothing overtakes what the same chat was told before it', async () => {
  await queued('Раз');
  telegram.mood = { refuses: 401, words: 'Unauthorized' };
  await world.tick('channels.send');
  telegram.mood = 'takes';
  telegram.sent.length = 0;
  await queued('Два');
  await world.tick('channels.send');
  expect(await states()).toEqual(['waiting', 'waiting']);
  world.clock.advance({ seconds: 30 });
  await world.tick('channels.send');
  expect(telegram.sent.map(({ text }) => text)).toEqual(['Раз', 'Два']);
});

test('asked to wait without end, a message is given up at last', async () => {
  await queued('Три');
  telegram.mood = { refuses: 429, words: 'Too Many Requests', waitSeconds: 1_000_000 };
  for (let days = 0; days <= 10; days += 1) {
    await world.tick('channels.send');
    world.clock.advance({ seconds: 86_400 });
  }
  telegram.mood = 'takes';
  expect(await states()).toEqual(['sent', 'sent', 'failed']);
});

test('Telegram is asked to call, and what it says of its calls is told', async () => {
  telegram.uncalled = { pending_update_count: 3, last_error_message: 'Connection refused' };
  const watch = world.watch('channels.bots');
  await vi.waitFor(async () => {
    expect(await listed()).toMatchObject({ trouble: 'not_called', error: 'Connection refused' });
  }, 10_000);
  expect(telegram.hook).toEqual({
    url: `https://bereg.example/hooks/telegram/${bot.id}`,
    secret: hook,
  });
  telegram.uncalled = { pending_update_count: 0 };
  // Asked instead of being called, Telegram forgets the address.
  const asked = { ...given(), ...bot, receiving: 'polling' as const };
  bot = (await call('PUT /api/channels/telegram/{id}', asked, me.as)).body;
  await vi.waitFor(() => expect(telegram.hook).toBeNull(), 10_000);
  // After a week without news Telegram counts on from any number.
  const place = async () =>
    (await world.ctx.db.selectFrom('channels').select('place').executeTakeFirst())?.place;
  for (const update_id of [900_000, 77]) {
    telegram.queued = [{ update_id, my_chat_member: { from: { id: 501 } } }];
    await vi.waitFor(async () => expect(await place()).toEqual({ offset: update_id + 1 }), 10_000);
  }
  await watch.stop();
  expect(await listed()).toMatchObject({ trouble: null });
});

test('a bot whose server says nothing holds up no other', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const apiUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const mute = { ...given(), name: 'Немой', apiUrl, token: '7002:x' };
  const { id: channelId } = (await call('POST /api/channels/telegram', mute, me.as)).body;
  await queueMessage(world.ctx, { channelId, recipient: '502', payload: { text: 'Ау' } });
  const turn = world.tick('channels.send');
  await vi.waitFor(async () => expect((await states()).at(-1)).toBe('sending'));
  await queued('Четыре');
  await vi.waitFor(() => expect(telegram.sent.at(-1)?.text).toBe('Четыре'), 10_000);
  silent.closeAllConnections();
  silent.close();
  await turn;
});
