import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type AnyChannel, findChannel } from '../settings/load-channel.ts';
import { partsOf } from './parts.ts';

/** What leaves by a mailbox. */
export type EmailPayload = {
  recipientName: string;
  subject: string;
  text: string;
  /** Names of messages, without angle brackets. */
  inReplyTo: string;
  references: readonly string[];
  /** Nobody in person wrote it. */
  isAutomatic?: boolean;
};

/** What leaves by a messenger. */
export type ChatPayload = { text: string };

/**
 * Stores a message that shall leave, in the caller's transaction: it leaves if and only if that
 * commits. It already has the name under which it will leave, so that an answer finds it.
 */
export async function queueMessage(
  ctx: Ctx,
  message: {
    channelId: number;
    recipient: string;
    payload: EmailPayload | ChatPayload;
    /** Stored files, in the order in which they go. */
    files?: readonly { id: number }[];
  },
): Promise<Result<{ id: number; externalId: string }>> {
  const channel = await findChannel(ctx, message.channelId);
  if (!channel) return fail('channels.not_found');
  const key = randomUUID();
  const externalId = `${key}@${domainOf(channel)}`;
  const now = ctx.clock.now();
  const { files = [], payload } = message;
  const { id } = await ctx.db
    .insertInto('outgoingMessages')
    .values({
      channelId: message.channelId,
      key,
      recipient: message.recipient,
      payload: JSON.stringify(payload),
      parts: channel.kind === 'telegram' ? partsOf(payload.text, files).length : 1,
      externalId,
      tryAfter: now,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (files.length > 0) {
    const places = files.map((file, place) => ({ outgoingMessageId: id, fileId: file.id, place }));
    await ctx.db.insertInto('outgoingFiles').values(places).execute();
  }
  return ok({ id, externalId });
}

/** A letter's name ends with where it comes from; a messenger gives a name of its own. */
function domainOf(channel: AnyChannel): string {
  if (channel.kind !== 'email') return channel.kind;
  return channel.settings.fromAddress.split('@')[1] ?? 'localhost';
}
