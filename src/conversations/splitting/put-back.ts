import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

type Moved = { messageId: number; formerId: number };

/**
 * Lets the messages of a split stand where they stood. Those that a later split has taken on begin
 * from there now, so that taking that one back brings them there too.
 * @returns those that went back at once
 */
export async function putBack(
  ctx: Ctx,
  { id, intoId }: { id: number; intoId: number },
): Promise<Moved[]> {
  // conversation_split_messages_message (message_id), conversation_splits_pkey
  await sql`
    update conversation_split_messages later
    set    former_id = moved.former_id, has_opened = later.has_opened or moved.has_opened
    from   conversation_split_messages moved, conversation_splits s
    where  moved.split_id = ${id} and later.message_id = moved.message_id
    and    later.split_id <> ${id} and later.former_id = ${intoId}
    and    s.id = later.split_id and s.undone_at is null`.execute(ctx.db);
  // conversation_split_messages_pkey, messages_pkey
  const { rows } = await sql<Moved & { hasOpened: boolean }>`
    update messages m set conversation_id = moved.former_id
    from   conversation_split_messages moved
    where  moved.split_id = ${id} and m.id = moved.message_id and m.conversation_id = ${intoId}
    returning m.id as message_id, moved.former_id, moved.has_opened`.execute(ctx.db);
  const opened = rows.filter(({ hasOpened }) => hasOpened).map(({ messageId }) => messageId);
  await sql`
    update conversations c set raw_message_id = m.raw_message_id
    from   messages m
    where  m.id = any(${opened}::bigint[]) and c.id = m.conversation_id`.execute(ctx.db);
  return rows;
}
