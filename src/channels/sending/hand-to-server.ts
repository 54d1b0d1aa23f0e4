import type { Ctx } from '../../kernel/context.ts';
import { FilesAway } from '../../kernel/files/disk.ts';
import type { Delivery } from '../adapters/delivery.ts';
import { deliver } from '../adapters/smtp.ts';
import { type AnyChannel, smtpAccess } from '../settings/load-channel.ts';
import { dial } from '../telephony/dial.ts';
import { composeEmail } from './compose-email.ts';
import { handToTelegram } from './hand-to-telegram.ts';
import { handToVk } from './hand-to-vk.ts';
import { bytesOf, outgoingFiles } from './outgoing-files.ts';
import type { EmailPayload } from './queue-message.ts';
import type { Leaving } from './send-one.ts';

const lost: Delivery = { outcome: 'later', trouble: 'password_lost', words: '' };

/** Hands one message over to the channel's server, once. */
export async function handToServer(
  ctx: Ctx,
  channel: AnyChannel,
  message: Leaving,
  signal: AbortSignal,
): Promise<Delivery> {
  try {
    return await hand(ctx, channel, message, signal);
  } catch (error) {
    // A file is read whole before anything of it leaves.
    if (error instanceof FilesAway) return { outcome: 'later', trouble: 'files_away', words: '' };
    throw error;
  }
}

async function hand(
  ctx: Ctx,
  channel: AnyChannel,
  message: Leaving,
  signal: AbortSignal,
): Promise<Delivery> {
  // The visitor's window fetches it from here.
  if (channel.kind === 'chat') return { outcome: 'sent' };
  if (channel.kind === 'asterisk') return dial(ctx, channel, message);
  if (channel.kind === 'telephony') throw new Error('by this exchange nothing leaves');
  if (!channel.secrets) return lost;
  if (channel.kind === 'vk') return handToVk(ctx, channel, message, signal);
  if (channel.kind === 'telegram') return handToTelegram(ctx, channel, message);
  const { settings, secrets } = channel;
  const payload = message.payload as EmailPayload;
  const attached = [];
  for (const { id, name, contentType } of await outgoingFiles(ctx, message.id)) {
    attached.push({ name, contentType, content: await bytesOf(ctx, id) });
  }
  const bytes = await composeEmail(settings, { ...message, payload, attached }, ctx.clock.now());
  const letter = { from: settings.fromAddress, to: message.recipient, bytes };
  return deliver(smtpAccess(settings, secrets), letter, signal);
}
