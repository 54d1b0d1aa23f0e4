import { Agent } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { APIError, type MessageContext, VK } from 'vk-io';
import { newMessage, vkEvent, vkMessage } from './events.ts';
import { startVk, type Vk, vkGroup, vkToken } from './server.ts';

// A foreign client of VK reads our emulator and our samples: else they would prove only that we
// agree with ourselves.
let vk: Vk;
let client: VK;
beforeAll(async () => {
  vk = await startVk();
  client = new VK({
    token: vkToken,
    apiBaseUrl: `${vk.url}/method`,
    // It comes with one for HTTPS alone.
    agent: new Agent() as never,
    apiRetryLimit: 0,
    apiLimit: 20,
  });
});
afterAll(() => vk.stop());

test('a foreign client sends by the emulator, once for each key', async () => {
  const message = { peer_id: 5, message: 'Привет', random_id: 77 };
  const first = await client.api.messages.send(message);
  expect(await client.api.messages.send(message)).toBe(first);
  const seen = { id: first, peerId: 5, text: 'Привет', randomId: 77, attachments: [] };
  expect(vk.messages).toEqual([seen]);
  vk.names.set(5, { first_name: 'Ольга', last_name: 'Ким' });
  const users = await client.api.users.get({ user_ids: [5] });
  expect(users).toMatchObject([{ first_name: 'Ольга' }]);
  const groups = await client.api.groups.getById({ group_id: vkGroup.id });
  expect(groups).toMatchObject({ groups: [{ name: vkGroup.name }] });
});

test('a foreign client lays files down and sends them', async () => {
  const source = (name: string) => ({ value: Buffer.from(name), filename: name });
  const photo = await client.upload.messagePhoto({ source: source('a.png'), peer_id: 5 });
  const doc = await client.upload.messageDocument({ source: source('b.pdf'), peer_id: 5 });
  expect(vk.laid.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([
    [String(photo), 'a.png'],
    [String(doc), 'b.pdf'],
  ]);
  const attachment = [photo, doc];
  await client.api.messages.send({ peer_id: 6, message: '', random_id: 79, attachment });
  expect(vk.messages.at(-1)?.attachments).toEqual([String(photo), String(doc)]);
});

test('a foreign client understands the emulator’s no', async () => {
  vk.mood = { refuses: 901, words: 'Can’t send messages for users without permission' };
  const sent = client.api.messages.send({ peer_id: 5, message: 'x', random_id: 78 });
  await expect(sent).rejects.toSatisfy((error) => error instanceof APIError && error.code === 901);
});

test('a foreign client reads our samples as messages', async () => {
  const seen: Pick<MessageContext, 'text' | 'senderId' | 'type' | 'subTypes'>[] = [];
  let photos = 0;
  client.updates.on('message', (context) => {
    seen.push(context);
    photos += context.getAttachments('photo').length;
  });
  const sizes = [{ type: 'x', url: 'https://sun1.userapi.com/a.jpg', width: 604, height: 400 }];
  const photo = { id: 1, owner_id: 5, access_key: 'k', date: 1, album_id: -3, sizes, text: '' };
  const attachments = [{ type: 'photo', photo }];
  const events = [
    newMessage(5, 1, { text: 'Вопрос', attachments }),
    vkEvent('message_edit', vkMessage(5, 1, { text: 'Ответ' })),
    vkEvent('message_reply', vkMessage(-vkGroup.id, 2, { peer_id: 5, out: 1, text: 'Наш ответ' })),
  ];
  for (const event of events) await client.updates.handleWebhookUpdate(event);
  expect(seen.map(({ text, senderId, subTypes }) => [text, senderId, subTypes])).toEqual([
    ['Вопрос', 5, ['message_new']],
    ['Ответ', 5, ['message_edit']],
    ['Наш ответ', -vkGroup.id, ['message_reply']],
  ]);
  expect(photos).toBe(1);
});
