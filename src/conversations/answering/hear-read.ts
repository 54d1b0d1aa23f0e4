import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { RecordedEvent } from '../../kernel/events/journal.ts';
import { tell } from '../record/change.ts';

type Read = { id: number; number: number; subscriberId: number | null; messageId: number };

/** What we wrote was read there: whoever looks at its conversation sees that. It turns nothing. */
export async function hearRead(ctx: Ctx, event: RecordedEvent): Promise<void> {
  // messages_outgoing_message_id_key, conversations_pkey
  const { rows } = await sql<Read>`
    select c.id, c.number, c.subscriber_id, m.id as message_id
    from   messages m
    join   conversations p on p.id = m.conversation_id
    join   conversations c on c.id = coalesce(p.root_id, p.id)
    where  m.outgoing_message_id = ${event.subjectId}`.execute(ctx.db);
  const [read] = rows;
  if (read) await tell(ctx, read, 'conversations.message_read', { messageId: read.messageId });
}
