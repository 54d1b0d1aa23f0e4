import type { Ctx } from '../../kernel/context.ts';
import { normalisePhone, type PhoneCountry } from '../../subscribers/index.ts';
import { answerButton } from '../adapters/telegram.ts';
import { giveMessage } from '../receiving/give-message.ts';
import { NotReadable } from '../receiving/not-readable.ts';
import { botAccess, findOfKind } from '../settings/load-channel.ts';
import type { Raw, Understood } from '../understood.ts';
import { type ReadMessage, readUpdate } from './read-update.ts';

/** Makes of a stored update what it is: a message, a change of one, or nothing to answer. */
export async function understandTelegram(ctx: Ctx, raw: Raw): Promise<Understood> {
  const read = readUpdate(raw.payload);
  if (!read) throw new NotReadable('unknown_update');
  if (read.kind === 'refused') return { number: null, refusedFor: read.why };
  if (read.kind === 'notice') return { number: null };
  const understood = await giveMessage(
    ctx,
    raw,
    incoming(ctx, raw, read.message),
    read.message.files,
  );
  const { buttonId } = read;
  if (buttonId === undefined) return understood;
  return { ...understood, afterwards: (after) => releaseButton(after, raw, buttonId) };
}

function incoming(ctx: Ctx, raw: Raw, message: ReadMessage) {
  const { country, cityCode } = ctx.operator;
  const phone = normalisePhone(message.ownPhone, country as PhoneCountry, cityCode ?? '');
  const { chatId, messageId } = message;
  const { username } = message;
  return {
    channel: 'telegram' as const,
    sender: {
      kind: 'telegram' as const,
      value: message.fromId,
      name: message.name,
      account: username === '' ? `id${message.fromId}` : `@${username}`,
      ownPhone: phone.ok ? phone.e164 : '',
      alsoKnownAs: username === '' ? [] : [username],
    },
    answerTo: chatId,
    externalId: messageId === '' ? '' : `${raw.channelId}:${chatId}:${messageId}`,
    isEdit: message.isEdit,
    editedAt: message.editedAt,
    editNumber: message.editNumber,
    text: message.text,
  };
}

/** The other side's screen shows a clock until we say that we have seen the press. */
async function releaseButton(ctx: Ctx, raw: Raw, buttonId: string): Promise<void> {
  const bot = raw.channelId === null ? null : await findOfKind(ctx, 'telegram', raw.channelId);
  if (!bot?.secrets) return;
  await answerButton(botAccess(bot.settings, bot.secrets), buttonId).catch(() => {
    // Telegram takes the clock away by itself soon after.
    ctx.log.debug({ channelId: bot.id }, 'a press was not answered');
  });
}
