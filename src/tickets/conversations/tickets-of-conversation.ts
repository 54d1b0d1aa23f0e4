import { sql } from 'kysely';
import type { z } from 'zod';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { TicketLine } from '../api/open.ts';
import { lineColumns, lineJoins } from '../queries.ts';
import { reaches } from '../reach.ts';

const MOST_SHOWN = 20;

/** Tickets that a conversation has led to, the newest first, as far as the asker may see them. */
export async function ticketsOfConversation(
  ctx: Ctx,
  { conversationId }: { conversationId: number },
): Promise<Result<{ tickets: z.input<typeof TicketLine>[] }>> {
  // conversations_root, ticket_conversations_other (conversation_id, ticket_id), tickets_pkey
  const { rows } = await sql<z.input<typeof TicketLine>>`
    select ${lineColumns}
    from   ticket_conversations l
    join   tickets o on o.id = l.ticket_id
    join   tickets t on t.id = coalesce(o.root_id, o.id) ${lineJoins}
    where  l.conversation_id in ${wholeOf(conversationId)} and ${reaches(ctx, 'tickets.view')}
    group  by t.id, k.name, own.name
    order  by t.id desc
    limit  ${MOST_SHOWN}`.execute(ctx.db);
  return ok({ tickets: rows });
}
