import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { giveMessage } from '../receiving/give-message.ts';
import { NotReadable } from '../receiving/not-readable.ts';
import type { Raw, Understood } from '../understood.ts';

const Payload = z.object({ text: z.string(), page: z.string().default('') });

/** Makes a message of what a visitor of the site wrote. */
export async function understandChat(ctx: Ctx, raw: Raw): Promise<Understood> {
  const read = Payload.safeParse(raw.payload);
  if (!read.success) throw new NotReadable('unknown_update');
  const sender = {
    kind: 'chat' as const,
    value: raw.sender,
    name: '',
    account: raw.sender.replace('chat-', '#'),
    ownPhone: '',
    alsoKnownAs: [],
  };
  const message = {
    channel: 'chat' as const,
    sender,
    answerTo: raw.sender,
    externalId: '',
    isEdit: false,
    editedAt: null,
    editNumber: 0,
    text: read.data.text,
  };
  return giveMessage(ctx, raw, message, []);
}
