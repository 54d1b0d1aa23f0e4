import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { tryExchange } from '../adapters/ami.ts';
import { tryImap } from '../adapters/imap.ts';
import { trySmtp } from '../adapters/smtp.ts';
import { askMe, telegramTrouble } from '../adapters/telegram.ts';
import type { Troubled } from '../adapters/trouble.ts';
import { askGroup, vkTrouble } from '../adapters/vk.ts';
import { type Trouble, triedKinds } from '../api/choices.ts';
import { amiAccess } from '../telephony/ami-access.ts';
import {
  type AnyChannel,
  botAccess,
  findChannel,
  imapAccess,
  type Mailbox,
  smtpAccess,
  vkAccess,
} from './load-channel.ts';

type Tried = { server: 'imap' | 'smtp' | 'api'; trouble: Trouble | null; words: string };

/**
 * Tries each server of a channel with what is kept; nothing is read, sent or changed. What only
 * calls us has none.
 */
export async function testChannel(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ tried: Tried[] }>> {
  const channel = await findChannel(ctx, id);
  if (!channel) return fail('channels.not_found');
  return ok({ tried: await tryServers(channel) });
}

const lost: Troubled = { trouble: 'password_lost', words: '' };

async function tryServers(channel: AnyChannel): Promise<Tried[]> {
  if (channel.kind === 'email') return tryMailbox(channel);
  if (!triedKinds.includes(channel.kind)) return [];
  return [said('api', await tryServer(channel))];
}

async function tryMailbox({ settings, secrets }: Mailbox): Promise<Tried[]> {
  if (!secrets) return [said('imap', lost)];
  const [imap, smtp] = await Promise.all([
    tryImap(imapAccess(settings, secrets)),
    trySmtp(smtpAccess(settings, secrets)),
  ]);
  return [said('imap', imap), said('smtp', smtp)];
}

/** What is wrong with a channel of one server; null where nothing is. */
async function tryServer(channel: Exclude<AnyChannel, Mailbox>): Promise<Troubled | null> {
  if (!channel.secrets) return lost;
  switch (channel.kind) {
    case 'telegram':
      return wellOr(askMe(botAccess(channel.settings, channel.secrets)), telegramTrouble);
    case 'vk': {
      const { settings, secrets } = channel;
      return wellOr(askGroup(vkAccess(settings, secrets), settings.groupId), vkTrouble);
    }
    case 'asterisk':
      return tryExchange(amiAccess(channel.settings, channel.secrets));
    case 'chat':
    case 'telephony':
      return null;
  }
}

const said = (server: Tried['server'], troubled: Troubled | null): Tried => ({
  server,
  ...(troubled ?? { trouble: null, words: '' }),
});

const wellOr = (
  asked: Promise<unknown>,
  troubleOf: (error: unknown) => Troubled,
): Promise<Troubled | null> => asked.then(() => null, troubleOf);
