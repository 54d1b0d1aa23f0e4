import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';

/** Tickets that a conversation, or what was merged with it, is linked with: their roots, by id. */
export async function linkedTickets(ctx: Ctx, conversationId: number): Promise<number[]> {
  // conversations_root, ticket_conversations_other (conversation_id, ticket_id), tickets_pkey
  const { rows } = await sql<{ id: number }>`
    select distinct coalesce(t.root_id, t.id) as id
    from   ticket_conversations l join tickets t on t.id = l.ticket_id
    where  l.conversation_id in ${wholeOf(conversationId)} order by id`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
