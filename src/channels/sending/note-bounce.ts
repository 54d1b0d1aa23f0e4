import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { Bounce } from '../email/delivery-report.ts';
import type { ReadEmail } from '../email/read-email.ts';

const MOST_WORDS = 500;

/**
 * Marks the message that a mail server could not bring as failed, with the server's words. A mere
 * delay changes nothing: the server is still trying.
 * @returns whether it was about a message of ours
 */
export async function noteBounce(ctx: Ctx, email: ReadEmail): Promise<boolean> {
  const { bounce } = email;
  if (!bounce) return false;
  // outgoing_messages_external_id_key
  const { rows } = await sql<{ id: number; channelId: number; state: string }>`
    select id, channel_id, state
    from   outgoing_messages
    where  external_id = any(${aboutOf(bounce, email)}::text[]) and erased_at is null
    order  by array_position(${aboutOf(bounce, email)}::text[], external_id)
    limit  1 for update`.execute(ctx.db);
  const [message] = rows;
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

/**
 * Of which message it may tell, the likeliest first. Servers name the whole thread, with earlier
 * letters of ours that arrived: where the letter that came back tells its own name, none of these.
 */
function aboutOf({ originalMessageId }: Bounce, email: ReadEmail): string[] {
  const thread = [...email.inReplyTo, ...email.references.toReversed()];
  if (originalMessageId === null) return thread;
  const isOfThread = thread.includes(originalMessageId);
  return isOfThread ? [originalMessageId, ...thread] : [originalMessageId];
}
