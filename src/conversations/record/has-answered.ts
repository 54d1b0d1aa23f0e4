import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { clusterOf } from './cluster.ts';

/**
 * Whether the other side has written in a conversation, or in what became one with it: at all, or
 * after a moment. What a program wrote is no answer, nor is a call, which may stand elsewhere.
 */
export async function hasAnswered(ctx: Ctx, rootId: number, after?: Date): Promise<boolean> {
  const since = after ? sql`and happened_at > ${after}` : sql``;
  // messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql`
    select from messages
    where  conversation_id in ${clusterOf(rootId)} and direction = 'in' and not is_automatic ${since}
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
