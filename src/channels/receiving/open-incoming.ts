import { GrammyError } from 'grammy';
import { askFile, openTelegramFile } from '../adapters/telegram.ts';
import { openVkFile } from '../adapters/vk.ts';
import { type AnyChannel, botAccess } from '../settings/load-channel.ts';
import { NotGiven } from '../adapters/not-given.ts';

/** A file's bytes, from the messenger that named it. */
export async function openIncoming(
  channel: AnyChannel,
  place: string,
  signal: AbortSignal,
): Promise<Response> {
  if (channel.kind === 'vk') return openVkFile(channel.settings.apiUrl, place, signal);
  if (channel.kind !== 'telegram' || !channel.secrets) throw new Error('nothing to fetch it with');
  const access = botAccess(channel.settings, channel.secrets);
  const file = await askFile(access, place).catch((error: unknown) => {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    throw new NotGiven(/too big/i.test(error.description) ? 'too_large' : 'gone');
  });
  if (!file) throw new NotGiven('gone');
  return openTelegramFile(access, file.path, signal);
}
