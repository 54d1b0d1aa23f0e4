import { api as channelsApi } from '../../channels/api.ts';
import { api as subscribersApi } from '../../subscribers/api.ts';
import { signedIn } from '../../testing/staff.ts';
import { botToken, type Telegram } from '../../testing/telegram/server.ts';
import { cloudSecrets } from '../../testing/telephony/cloud-samples.ts';
import { vkSecret } from '../../testing/vk/events.ts';
import { type Vk, vkGroup, vkToken } from '../../testing/vk/server.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { agentWithPhone, startExchange, type WithExchange } from './exchange.ts';
import { knownPhone, type News } from './recorded-day.ts';

export type EveryChannel = {
  world: World;
  exchange: WithExchange;
  bring: (news: News) => Promise<void>;
  close: () => Promise<void>;
};

/** What the channels speak with; several installations may share them. */
export type Servers = { telegram: Telegram; vk: Vk };

/** An installation with a channel of every kind, each under the same number as in any other. */
export async function openEveryChannel({ telegram, vk }: Servers): Promise<EveryChannel> {
  const world = await createWorld();
  const exchange = await startExchange(world);
  const admin = await signedIn(world);
  const call = world.via({ ...channelsApi, ...subscribersApi });
  for (const extension of ['101', '102']) await agentWithPhone(world, extension);
  const person = {
    kind: 'person' as const,
    lastName: 'Белов',
    contacts: [{ kind: 'phone' as const, value: knownPhone }],
  };
  await call('POST /api/subscribers', person, admin.as);
  const bot = { name: 'Бот', apiUrl: telegram.url, token: botToken };
  const community = {
    name: 'ВК',
    apiUrl: vk.url,
    groupId: String(vkGroup.id),
    token: vkToken,
    secret: vkSecret,
    confirmation: '12ab34cd',
  };
  const ids: Record<string, number> = {
    telegram: (await call('POST /api/channels/telegram', bot, admin.as)).body.id,
    vk: (await call('POST /api/channels/vk', community, admin.as)).body.id,
    chat: (await call('POST /api/channels/chat', { name: 'Чат', title: 'Чат' }, admin.as)).body.id,
  };
  for (const provider of ['mango', 'zadarma', 'generic'] as const) {
    const given = { name: provider, provider, ...cloudSecrets };
    ids[provider] = (await call('POST /api/channels/telephony', given, admin.as)).body.id;
  }
  return {
    world,
    exchange,
    bring: bringer(world, exchange, ids),
    close: async () => {
      await exchange.stop();
      await world.close();
    },
  };
}

function bringer({ ctx, request }: World, { pbx }: WithExchange, ids: Record<string, number>) {
  let hook: Promise<string> | undefined;
  const hookOf = async (): Promise<string> => {
    const row = await ctx.db
      .selectFrom('channels')
      .select('secrets')
      .where('id', '=', ids['telegram'] ?? 0)
      .executeTakeFirstOrThrow();
    return (JSON.parse(ctx.secrets.open(row.secrets) ?? '{}') as { hook: string }).hook;
  };
  let address = 0;
  return async (news: News): Promise<void> => {
    if (news.by === 'asterisk') return pbx.door.tell(news.event);
    address += 1;
    const json = { 'content-type': 'application/json', 'x-requested-with': 'bereg' };
    const post = async (url: string, payload: string, headers: object = {}): Promise<void> => {
      const remoteAddress = `10.0.${address >> 8}.${address & 255}`;
      const headed = { ...json, ...headers };
      const answer = await request({
        method: 'POST',
        url,
        payload,
        headers: headed,
        remoteAddress,
      });
      if (answer.statusCode >= 300) throw new Error(`${news.by}: ${answer.body}`);
    };
    const at = `${news.by}/${ids[news.by]}`;
    if (news.by === 'telegram') {
      const secret = await (hook ??= hookOf());
      return post(`/hooks/${at}`, JSON.stringify(news.body), {
        'x-telegram-bot-api-secret-token': secret,
      });
    }
    if (news.by === 'vk') return post(`/hooks/${at}`, JSON.stringify(news.body));
    if (news.by === 'chat') {
      const { by: _, ...line } = { ...news, channelId: ids['chat'] };
      return post('/api/public/chat/messages', JSON.stringify(line));
    }
    if (news.by === 'form') {
      const { by: _, key, ...form } = { ...news, consent: true };
      return post('/api/public/requests', JSON.stringify(form), { 'idempotency-key': key });
    }
    const { path, body, headers } = news.sent;
    return post(`/hooks/telephony/${ids[news.by]}${path}`, body, headers);
  };
}
