import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SignedIn, signedIn } from '../../testing/staff.ts';
import { newMessage, vkEvent, vkMessage, vkSecret } from '../../testing/vk/events.ts';
import { startVk, type Vk, vkGroup, vkToken } from '../../testing/vk/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { api } from '../api.ts';

let world: World;
let vk: Vk;
let me: SignedIn;
let channelId = 0;

beforeAll(async () => {
  world = await createWorld();
  vk = await startVk();
  me = await signedIn(world);
  const secrets = { token: vkToken, secret: vkSecret, confirmation: 'x' };
  const community = { name: 'ВК', apiUrl: vk.url, groupId: String(vkGroup.id), ...secrets };
  channelId = (await call('POST /api/channels/vk', community, me.as)).body.id;
});
afterAll(async () => {
  await vk.stop();
  await world.close();
});

const callerOf = () => world.via(api);
const call: ReturnType<typeof callerOf> = (...args) => callerOf()(...args);
const health = async () => (await call('GET /api/channels', {}, me.as)).body;
const nothing = {
  seen: 0,
  repeats: 0,
  stored: 0,
  shown: 0,
  noted: 0,
  refused: 0,
  quarantined: 0,
  waiting: 0,
  lost: 0,
};
async function bring(event: object): Promise<void> {
  const answer = await world.request({
    method: 'POST',
    url: `/hooks/vk/${channelId}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(event),
  });
  expect(answer.body).toBe('ok');
}
async function post(key: string, more: object = {}): Promise<void> {
  const form = { phone: '+79131234567', wanted: 'Интернет', consent: true, key, ...more };
  expect((await call('POST /api/public/requests', form)).status).toBe(202);
}

test('what came within a day adds up, by each channel', async () => {
  expect(await health()).toMatchObject({ form: { lastInAt: null, today: nothing } });
  const first = newMessage(901, 1, { text: 'Вопрос' });
  await bring(first);
  await bring(first);
  await bring(vkEvent('message_edit', vkMessage(901, 1, { text: 'Другой вопрос' })));
  await bring(vkEvent('message_allow', { user_id: 901 }));
  await bring(newMessage(901, 2, { text: 'В беседе', peer_id: 2_000_000_001 }));
  await bring(vkEvent('wall_post_new', { id: 1 }));
  await world.tick('channels.take_up');
  await bring(newMessage(901, 3, { text: 'Ещё' }));
  await post(randomUUID());
  await post(randomUUID(), { website: 'https://spam.example' });
  const { rows, form } = await health();
  expect(rows[0]).toMatchObject({
    kind: 'vk',
    lastInAt: world.clock.now().toISOString(),
    waitingIn: 1,
    setAside: 2,
    waitingThere: null,
    today: {
      seen: 7,
      repeats: 1,
      stored: 6,
      shown: 1,
      noted: 2,
      refused: 1,
      quarantined: 1,
      waiting: 1,
      lost: 0,
    },
  });
  expect(form).toMatchObject({ setAside: 1, today: { stored: 2, shown: 1, refused: 1, lost: 0 } });
});

test('what was read and stands nowhere is told as a difference', async () => {
  await world.tick('channels.take_up');
  // As a fault of ours would leave it: understood, and its message gone.
  await world.ctx.pool.query(
    `delete from messages where text = 'Ещё' and conversation_id in
       (select id from conversations where sender = 'id901')`,
  );
  const [row] = (await health()).rows;
  expect(row?.today).toMatchObject({ stored: 6, shown: 1, waiting: 0, lost: 1 });
  world.clock.advance({ seconds: 86_401 });
  expect((await health()).rows[0]?.today).toEqual(nothing);
});

test('what was set aside is reached by its channel', async () => {
  const ofChannel = await call('GET /api/channels/messages', { by: channelId }, me.as);
  expect(ofChannel.body.rows.map(({ channel }) => channel)).toEqual(['vk', 'vk']);
  expect(ofChannel.body.counts).toEqual({ quarantined: 1, refused: 1, waiting: 0 });
  const ofForm = await call('GET /api/channels/messages', { by: 'form' }, me.as);
  expect(ofForm.body.rows.map(({ channel }) => channel)).toEqual(['site_form']);
});

test('a channel is tried as it is set', async () => {
  const well = await call('POST /api/channels/{id}/test', { id: channelId }, me.as);
  expect(well.body.tried).toEqual([{ server: 'api', trouble: null, words: '' }]);
  const lost = await call('POST /api/channels/{id}/test', { id: channelId + 1 }, me.as);
  expect(lost.body.code).toBe('channels.not_found');
  const window = { name: 'Чат', title: 'Берег' };
  const chat = await call('POST /api/channels/chat', window, me.as);
  expect(chat.status).toBe(201);
  const itself = await call('POST /api/channels/{id}/test', { id: chat.body.id }, me.as);
  expect(itself.body.tried).toEqual([]);
});
