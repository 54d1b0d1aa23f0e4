import { sql } from 'kysely';
import { writeFromWork } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { fail, type Result } from '../../kernel/result.ts';
import type { Stored } from '../record/values.ts';

/** Writes to the subscriber by what is linked with the ticket. @returns the message's id */
export async function reply(
  ctx: Ctx,
  { id, subscriberId }: Pick<Stored, 'id' | 'subscriberId'>,
  text: string,
): Promise<Result<number>> {
  // tickets_merged (root_id), ticket_conversations_pkey
  const { rows } = await sql<{ conversationId: number }>`
    select l.conversation_id from ticket_conversations l
    where  l.ticket_id in (select id from tickets where id = ${id} or root_id = ${id})`.execute(
    ctx.db,
  );
  const conversationIds = rows.map(({ conversationId }) => conversationId);
  const sent = await writeFromWork(ctx, { conversationIds, subscriberId, text });
  const isNoWay = !sent.ok && sent.failure.code === 'conversations.cannot_answer';
  return isNoWay ? fail('tickets.cannot_reply') : sent;
}
