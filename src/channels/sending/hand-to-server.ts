import type { Ctx } from '../../kernel/context.ts';
import type { Delivery } from '../adapters/delivery.ts';
import { deliver } from '../adapters/smtp.ts';
import { sendText } from '../adapters/telegram.ts';
import { sendVk } from '../adapters/vk.ts';
import { type AnyChannel, botAccess, smtpAccess, vkAccess } from '../settings/load-channel.ts';
import { dial } from '../telephony/dial.ts';
import { composeEmail } from './compose-email.ts';
import type { ChatPayload, EmailPayload } from './queue-message.ts';
import type { Leaving } from './send-one.ts';

/** Hands one message to the channel's server, once. */
export async function handToServer(
  ctx: Ctx,
  channel: AnyChannel,
  message: Leaving,
  signal: AbortSignal,
): Promise<Delivery> {
  const lost: Delivery = { outcome: 'later', trouble: 'password_lost', words: '' };
  const { recipient } = message;
  if (channel.kind === 'email') {
    const { settings, secrets } = channel;
    if (!secrets) return lost;
    const payload = message.payload as EmailPayload;
    const bytes = await composeEmail(settings, { ...message, payload }, ctx.clock.now());
    const letter = { from: settings.fromAddress, to: recipient, bytes };
    return deliver(smtpAccess(settings, secrets), letter, signal);
  }
  // The visitor's window fetches it from here.
  if (channel.kind === 'chat') return { outcome: 'sent' };
  if (channel.kind === 'asterisk') return dial(ctx, channel, message);
  if (channel.kind === 'telephony') throw new Error('by this exchange nothing leaves');
  const { text } = message.payload as ChatPayload;
  if (channel.kind === 'vk') {
    const { settings, secrets } = channel;
    if (!secrets) return lost;
    const randomId = keyNumber(message.id);
    return sendVk(vkAccess(settings, secrets), { peerId: recipient, text, randomId }, signal);
  }
  const { settings, secrets } = channel;
  if (!secrets) return lost;
  return sendText(botAccess(settings, secrets), { chatId: recipient, text });
}

/** The largest key that VK takes. */
const MOST_KEY = 2_147_483_647;

/** By which VK knows a message again; the same for every try of it, and never 0, which is none. */
const keyNumber = (id: number): number => (id % MOST_KEY) + 1;
