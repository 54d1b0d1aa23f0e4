import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findMailbox } from '../mailboxes/load-mailbox.ts';

export type OutgoingPayload = {
  recipientName: string;
  subject: string;
  text: string;
  /** Names of messages, without angle brackets. */
  inReplyTo: string;
  references: readonly string[];
};

/**
 * Stores a message that shall leave, in the caller's transaction: it leaves if and only if that
 * commits. It already has the name under which it will leave, so that an answer finds it.
 */
export async function queueMessage(
  ctx: Ctx,
  message: { channelId: number; recipient: string; payload: OutgoingPayload },
): Promise<Result<{ id: number; externalId: string }>> {
  const mailbox = await findMailbox(ctx, message.channelId);
  if (!mailbox) return fail('channels.not_found');
  const [, domain = 'localhost'] = mailbox.settings.fromAddress.split('@');
  const key = randomUUID();
  const externalId = `${key}@${domain}`;
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto('outgoingMessages')
    .values({
      channelId: message.channelId,
      key,
      recipient: message.recipient,
      payload: JSON.stringify(message.payload),
      externalId,
      tryAfter: now,
      createdAt: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ok({ id, externalId });
}
