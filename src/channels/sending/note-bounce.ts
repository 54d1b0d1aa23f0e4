import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { ReadEmail } from '../email/read-email.ts';

const MOST_WORDS = 500;

/**
 * Marks the message that a mail server could not bring as failed, with the server's words. A mere
 * delay changes nothing: the server is still trying.
 * @returns whether it was about a message of ours
 */
export async function noteBounce(ctx: Ctx, email: ReadEmail): Promise<boolean> {
  const { bounce } = email;
  const about = [bounce?.originalMessageId ?? '', ...email.inReplyTo, ...email.references].filter(
    (id) => id !== '',
  );
  if (!bounce || about.length === 0) return false;
  // outgoing_messages_external_id_key
  const message = await ctx.db
    .selectFrom('outgoingMessages')
    .select(['id', 'channelId', 'state'])
    .where('externalId', 'in', about)
    .where('erasedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!message) return false;
  if (!bounce.isFinal || message.state === 'failed') return true;
  await ctx.db
    .updateTable('outgoingMessages')
    .set({ state: 'failed', trouble: 'bounced', error: bounce.reason.slice(0, MOST_WORDS) })
    .where('id', '=', message.id)
    .execute();
  await emit(ctx, {
    type: 'channels.message_failed',
    subject: { kind: 'outgoing_message', id: message.id },
    facts: { channelId: message.channelId, trouble: 'bounced' },
  });
  return true;
}
