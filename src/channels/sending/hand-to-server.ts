import type { Ctx } from '../../kernel/context.ts';
import type { Delivery } from '../adapters/delivery.ts';
import { deliver } from '../adapters/smtp.ts';
import { sendText } from '../adapters/telegram.ts';
import { type AnyChannel, botAccess, smtpAccess } from '../settings/load-channel.ts';
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
  const { settings, secrets } = channel;
  if (!secrets) return lost;
  const { text } = message.payload as ChatPayload;
  return sendText(botAccess(settings, secrets), { chatId: recipient, text });
}
