import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeFile } from '../../kernel/files/files.ts';
import { api as staffApi } from '../../staff/api.ts';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let me: SignedIn;
let channelId: number;

const key = (number: number): string => `message-key-${String(number).padStart(8, '0')}`;
const token = (who: string): string => who.padEnd(40, '-');
const call = () => world.via(api);
const lines = async (who: string) =>
  (await call()('POST /api/public/chat/lines', { channelId, token: token(who) })).body;
const write = (who: string, number: number, text: string) =>
  call()('POST /api/public/chat/messages', {
    channelId,
    token: token(who),
    key: key(number),
    text,
    page: 'https://site.example/tariffs',
  });
const understood = () => world.tick('channels.take_up');
const conversations = () =>
  world.ctx.db
    .selectFrom('conversations')
    .select(['id', 'sender', 'channel', 'number'])
    .orderBy('id')
    .execute();

beforeAll(async () => {
  world = await createWorld();
  me = await signedIn(world, { name: 'Мария Орлова' });
  const chat = { name: 'Сайт', title: 'Спросите нас', greeting: 'Здравствуйте!' };
  const made = await call()('POST /api/channels/chat', chat, me.as);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  channelId = made.body.id;
});
afterAll(() => world.close());

test('the window says its words, and whether anybody is there', async () => {
  expect(await lines('nobody')).toMatchObject({ title: 'Спросите нас', isOpen: false, lines: [] });
  await world.via(staffApi)('PUT /api/me/presence', { state: 'ready' }, me.as);
  expect(await lines('olga')).toEqual({
    title: 'Спросите нас',
    greeting: 'Здравствуйте!',
    isOpen: true,
    lines: [],
  });
});

test('what a visitor writes is one conversation, however often it is sent', async () => {
  for (let time = 0; time < 3; time += 1) {
    expect((await write('olga', 1, 'Какая у вас скорость?')).status).toBe(202);
  }
  await Promise.all([write('olga', 2, 'И цена?'), write('olga', 2, 'И цена?')]);
  await understood();
  expect(await conversations()).toMatchObject([{ channel: 'chat' }]);
  const said = (await lines('olga')).lines.map(({ isOurs, text }) => [isOurs, text]);
  expect(said).toEqual([
    [false, 'Какая у вас скорость?'],
    [false, 'И цена?'],
  ]);
});

test('an answer is seen by whom it is for, and by nobody else', async () => {
  await write('petr', 3, 'Здравствуйте');
  await understood();
  const [{ id, sender } = { id: 0, sender: '' }] = await conversations();
  const now = world.clock.now();
  await world.ctx.db
    .insertInto('outgoingMessages')
    .values({
      channelId,
      key: 'answer',
      recipient: sender,
      payload: JSON.stringify({ text: 'До 500 Мбит/с' }),
      externalId: 'answer@chat',
      tryAfter: now,
      createdAt: now,
    })
    .execute();
  expect((await lines('olga')).lines.at(-1)?.isOurs).toBe(false);
  await world.tick('channels.send');
  expect((await lines('olga')).lines.at(-1)).toMatchObject({
    isOurs: true,
    text: 'До 500 Мбит/с',
  });
  expect((await lines('petr')).lines.map(({ text }) => text)).toEqual(['Здравствуйте']);
  expect((await lines('nobody')).lines).toEqual([]);
  // So does what goes along.
  const stream = Readable.from(['договор']);
  const file = await storeFile(world.ctx, {
    name: 'договор.txt',
    contentType: 'text/plain',
    stream,
  });
  await world.ctx.pool.query(
    `insert into outgoing_files (outgoing_message_id, file_id, place)
     select id, $1, 0 from outgoing_messages`,
    [file.id],
  );
  expect((await lines('olga')).lines.at(-1)?.files).toMatchObject([{ name: 'договор.txt' }]);
  const fetched = (who: string) =>
    call()('POST /api/public/chat/files/{fileId}', {
      channelId,
      token: token(who),
      fileId: file.id,
    });
  expect((await fetched('olga')).body).toEqual('договор');
  for (const who of ['petr', 'nobody']) expect((await fetched(who)).status).toBe(404);
  expect(id).toBeGreaterThan(0);
});

test('its words are changed, and what was said stays', async () => {
  const words = { name: 'Сайт', title: 'Чат', greeting: '' };
  const changed = await call()(
    'PUT /api/channels/chat/{id}',
    { ...words, id: channelId, version: 1 },
    me.as,
  );
  expect(changed.status).toBe(200);
  expect(await lines('petr')).toMatchObject({ title: 'Чат', lines: [{ text: 'Здравствуйте' }] });
  const late = await call()(
    'PUT /api/channels/chat/{id}',
    { ...words, id: channelId, version: 1 },
    me.as,
  );
  expect(late.body.code).toBe('channels.changed_meanwhile');
});

test('what is no chat, and what is too long, is told', async () => {
  const strange = { channelId: channelId + 1000, token: token('olga') };
  expect((await call()('POST /api/public/chat/lines', strange)).body.code).toBe(
    'channels.not_found',
  );
  expect((await write('olga', 9, 'а'.repeat(4001))).status).toBe(422);
  const short = { channelId, token: 'short', key: key(4), text: 'а' };
  expect((await call()('POST /api/public/chat/messages', short)).status).toBe(422);
});

test('the scripts are small, and pages of other sites may load them', async () => {
  const sizes = ['widget', 'pieces', 'style', 'words'].map(async (name) => {
    const { body, headers } = await world.request({ url: `/chat/${name}.js` });
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    return gzipSync(body).length;
  });
  const bytes = await Promise.all(sizes);
  expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThan(30_000);
  const asked = await world.request({
    method: 'OPTIONS',
    url: '/api/public/chat/lines',
    headers: { origin: 'https://site.example', 'access-control-request-method': 'POST' },
  });
  expect(asked.headers['access-control-allow-origin']).toBe('*');
});
