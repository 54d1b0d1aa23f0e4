import type { Ctx } from '../../kernel/context.ts';
import type { Delivery } from '../adapters/delivery.ts';
import { uploadToVk } from '../adapters/vk-files.ts';
import { sendVk } from '../adapters/vk.ts';
import { type Community, vkAccess } from '../settings/load-channel.ts';
import { bytesOf, noteReference, outgoingFiles } from './outgoing-files.ts';
import type { ChatPayload } from './queue-message.ts';
import type { Leaving } from './send-one.ts';

/**
 * Files are laid down first, each once; then one message with its key names them all, so that one
 * handed over again is the same message with the same files.
 */
export async function handToVk(
  ctx: Ctx,
  { settings, secrets }: Community,
  message: Leaving,
  signal: AbortSignal,
): Promise<Delivery> {
  if (!secrets) return { outcome: 'later', trouble: 'password_lost', words: '' };
  const access = vkAccess(settings, secrets);
  const { id: messageId, recipient: peerId } = message;
  const attachments: string[] = [];
  for (const { id, name, contentType, reference: known } of await outgoingFiles(ctx, messageId)) {
    const laid =
      known ||
      (await uploadToVk(
        { access, peerId, signal },
        { name, contentType, bytes: await bytesOf(ctx, id) },
      ));
    if (typeof laid !== 'string') return laid;
    if (known === '') await noteReference(ctx, messageId, { id, reference: laid });
    attachments.push(laid);
  }
  const { text } = message.payload as ChatPayload;
  const randomId = keyNumber(messageId);
  return sendVk(access, { peerId, text, randomId, attachments }, signal);
}

/** The largest key that VK takes. */
const MOST_KEY = 2_147_483_647;

/** By which VK knows a message again; the same for every try of it, and never 0, which is none. */
const keyNumber = (id: number): number => (id % MOST_KEY) + 1;
