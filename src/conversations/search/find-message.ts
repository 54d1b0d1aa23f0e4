import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';

/** Where a message stands, for whoever has found it by its words. */
export async function findMessage(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ conversationId: number }>> {
  // messages_pkey, conversations_pkey
  const { rows } = await sql<{ conversationId: number }>`
    select c.id as conversation_id
    from   messages m
    join   conversations p on p.id = m.conversation_id
    join   conversations c on c.id = coalesce(p.root_id, p.id)
    where  m.id = ${id} and ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const [found] = rows;
  return found ? ok(found) : fail('conversations.message_not_found');
}
