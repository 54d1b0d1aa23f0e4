import type { Ctx } from '../../kernel/context.ts';
import type { Delivery } from '../adapters/delivery.ts';
import { sendFileByBot } from '../adapters/telegram-files.ts';
import { type BotAccess, sendText } from '../adapters/telegram.ts';
import { type Bot, botAccess } from '../settings/load-channel.ts';
import { bytesOf, notePart, type OutgoingFile, outgoingFiles } from './outgoing-files.ts';
import { type Part, partsOf } from './parts.ts';
import type { ChatPayload } from './queue-message.ts';
import type { Leaving } from './send-one.ts';

/**
 * Telegram takes each file as a message for itself and knows none of them again: each part that has
 * left is noted before the next goes, so that of a message that broke off only the rest is open.
 */
export async function handToTelegram(
  ctx: Ctx,
  { settings, secrets }: Bot,
  message: Leaving,
): Promise<Delivery> {
  if (!secrets) return { outcome: 'later', trouble: 'password_lost', words: '' };
  const { text } = message.payload as ChatPayload;
  const parts = partsOf(text, await outgoingFiles(ctx, message.id));
  let delivery: Delivery = { outcome: 'sent' };
  for (const part of parts.slice(message.partsSent)) {
    delivery = await handPart(ctx, botAccess(settings, secrets), message.recipient, part);
    if (delivery.outcome !== 'sent') return delivery;
    if (parts.length === 1) return delivery;
    const isStillOurs = await notePart(ctx, message.id);
    if (!isStillOurs) return { outcome: 'unknown', trouble: 'cut_off', words: '' };
  }
  return delivery;
}

async function handPart(
  ctx: Ctx,
  access: BotAccess,
  chatId: string,
  { text, file }: Part<OutgoingFile>,
): Promise<Delivery> {
  if (!file) return sendText(access, { chatId, text });
  const { name, contentType } = file;
  const bytes = await bytesOf(ctx, file.id);
  return sendFileByBot(access, { chatId, caption: text, name, contentType, bytes });
}
