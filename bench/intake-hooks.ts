import type { Ctx } from '../src/kernel/context.ts';
import { botToken } from '../src/testing/telegram/server.ts';
import { newMessage, vkSecret } from '../src/testing/vk/events.ts';
import { vkGroup, vkToken } from '../src/testing/vk/server.ts';
import { randomTalk, sentence } from './talk.ts';

const PEOPLE = 3_000;

/** A base that stands has heard the numbers of earlier runs. */
const first = 300 * Math.floor(Date.now() / 1000 - 1_790_000_000);

/** Whom a messenger calls, and with what. */
export type Hook = {
  url: string;
  headers: Record<string, string>;
  bodyOf: (nth: number) => string;
};

/** A bot and a community, and how each is called. */
export async function connect(
  ctx: Ctx,
  address: string,
  headers: Record<string, string>,
  urls: { telegram: string; vk: string },
): Promise<Hook[]> {
  const json = { 'content-type': 'application/json' };
  const make = async (kind: string, given: object): Promise<number> => {
    const known = await ctx.db
      .selectFrom('channels')
      .select(['id', 'version'])
      .where('kind', '=', kind)
      .executeTakeFirst();
    const answer = await fetch(`${address}/api/channels/${kind}${known ? `/${known.id}` : ''}`, {
      method: known ? 'PUT' : 'POST',
      headers: { ...headers, ...json },
      body: JSON.stringify({ ...given, version: known?.version }),
    });
    const made = (await answer.json()) as { id?: number };
    if (!made.id) throw new Error(JSON.stringify(made));
    return made.id;
  };
  const secrets = { token: vkToken, secret: vkSecret, confirmation: '12ab34cd' };
  const groupId = String(vkGroup.id);
  const community = await make('vk', { name: 'ВК', apiUrl: urls.vk, groupId, ...secrets });
  const bot = await make('telegram', { name: 'Бот', apiUrl: urls.telegram, token: botToken });
  const row = await ctx.db
    .selectFrom('channels')
    .select('secrets')
    .where('id', '=', bot)
    .executeTakeFirstOrThrow();
  const { hook } = JSON.parse(ctx.secrets.open(row.secrets) ?? '{}') as { hook: string };
  return [
    {
      url: `${address}/hooks/telegram/${bot}`,
      headers: { ...json, 'x-telegram-bot-api-secret-token': hook },
      bodyOf: (nth) => JSON.stringify(update(nth + first)),
    },
    {
      url: `${address}/hooks/vk/${community}`,
      headers: json,
      bodyOf: (nth) =>
        JSON.stringify(newMessage(personOf(nth), nth + first, { text: textOf(nth) })),
    },
  ];
}

const personOf = (nth: number): number => 1_000_000 + randomTalk(nth).between(1, PEOPLE);
const textOf = (nth: number): string => sentence(randomTalk(nth));

function update(nth: number): object {
  const id = personOf(nth);
  return {
    update_id: nth,
    message: {
      message_id: nth + 1,
      date: Math.floor(Date.now() / 1000),
      from: { id, is_bot: false, first_name: `Имя${id}` },
      chat: { id, type: 'private', first_name: `Имя${id}` },
      text: textOf(nth),
    },
  };
}
