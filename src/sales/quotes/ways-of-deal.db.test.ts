import { afterAll, beforeAll, expect, test } from 'vitest';
import { api as channelsApi } from '../../channels/api.ts';
import { api as conversationsApi } from '../../conversations/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { openSalesDesk, type SalesDesk } from '../testing/sales-desk.ts';

let desk: SalesDesk;
let botId = 0;
beforeAll(async () => {
  desk = await openSalesDesk();
  const bot = { name: 'Бот', apiUrl: 'http://127.0.0.1:1', token: '7001:тайна' };
  botId = (await others()('POST /api/channels/telegram', bot, desk.boss.as)).body.id;
});
afterAll(() => desk.world.close());

const others = () => desk.world.via({ ...channelsApi, ...conversationsApi, ...subscribersApi });

/** Somebody writes to the bot. @returns their conversation */
async function write(from: number, first_name: string): Promise<number> {
  const { ctx } = desk.world;
  const row = await ctx.db.selectFrom('channels').select('secrets').executeTakeFirstOrThrow();
  const { hook } = JSON.parse(ctx.secrets.open(row.secrets) ?? '{}') as { hook: string };
  const person = { id: from, is_bot: false, first_name };
  const message = { message_id: 1, date: 1, from: person, chat: { id: from, type: 'private' } };
  const answer = await desk.world.request({
    method: 'POST',
    url: `/hooks/telegram/${botId}`,
    headers: { 'x-telegram-bot-api-secret-token': hook, 'content-type': 'application/json' },
    payload: JSON.stringify({ update_id: from, message: { ...message, text: 'Подключите' } }),
  });
  expect(answer.statusCode).toBe(200);
  await desk.world.tick('channels.take_up');
  const sender = String(from);
  const found = ctx.db.selectFrom('conversations').select('id').where('sender', '=', sender);
  return (await found.executeTakeFirstOrThrow()).id;
}
const subscriber = async (lastName: string): Promise<number> => {
  const person = { kind: 'person' as const, lastName, firstName: 'Анна' };
  return (await others()('POST /api/subscribers', person, desk.boss.as)).body.id;
};
async function wroteFor(conversationId: number, subscriberId: number): Promise<void> {
  const [call, id] = [others(), conversationId];
  const { version } = (await call('GET /api/conversations/{id}', { id }, desk.boss.as)).body;
  const told = { id, version, subscriberId };
  const linked = await call('PUT /api/conversations/{id}/subscriber', told, desk.boss.as);
  expect(linked.status).toBe(200);
}

test('the talk that a deal began in is a way to the buyer, unless it is known to be another’s', async () => {
  const conversationId = await write(501, 'Пётр');
  const begun = { name: 'Котова Анна', phone: '+79135551001', conversationId };
  const { id: leadId } = (await desk.call('POST /api/leads', begun)).body;
  const { body } = await desk.call('POST /api/leads/{id}/accept', { id: leadId, version: 1 });
  const id = body.dealId;
  const { id: quoteId } = await desk.quote(id);
  const ways = async () =>
    (await desk.call('GET /api/deals/{id}/quotes/{quoteId}/ways', { id, quoteId })).body.ways;
  const talk = { key: `telegram-${botId}`, kind: 'telegram', shown: 'Пётр' };
  expect(await ways()).toEqual([talk]);
  // Nothing was told of the operator itself: whoever sends is told what the contract will lack.
  const { lacking } = (
    await desk.call('GET /api/deals/{id}/quotes/{quoteId}/ways', { id, quoteId })
  ).body;
  expect(lacking).toEqual(['taxNumber', 'address', 'director']);

  await others()('POST /api/conversations/{id}/take', { id: conversationId }, desk.boss.as);
  const buyer = await subscriber('Котова');
  const neighbour = await subscriber('Соседова');
  const { version } = (await desk.call('GET /api/deals/{id}', { id })).body;
  await desk.call('PATCH /api/deals/{id}', { id, version, subscriberId: buyer });
  expect(await ways()).toEqual([talk]);
  await wroteFor(conversationId, neighbour);
  expect(await ways()).toEqual([]);
  const send = { id, quoteId, way: talk.key };
  expect((await desk.call('POST /api/deals/{id}/quotes/{quoteId}/send', send)).body).toMatchObject({
    code: 'sales.no_such_way',
  });
  await wroteFor(conversationId, buyer);
  expect(await ways()).toEqual([talk]);
});
