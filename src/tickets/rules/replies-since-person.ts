import { sql } from 'kysely';
import { wholeOf } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';

/**
 * How often rules have written to the subscriber of a ticket since somebody of the staff changed
 * it, wrote at it or spoke in one of its conversations.
 */
export async function repliesSincePerson(
  ctx: Ctx,
  ticketId: number,
  openedAt: Date,
): Promise<number> {
  // events_subject (subject_kind, subject_id, id desc) of the months since, ticket_notes_ticket,
  // ticket_conversations_pkey, messages_conversation (conversation_id, happened_at, id)
  const { rows } = await sql<{ count: number }>`
    with person as (
      select greatest(
        (select max(e.recorded_at) from events e
         where  e.subject_kind = 'ticket' and e.subject_id = ${ticketId}
         and    e.actor_staff_id is not null and e.recorded_at >= ${openedAt}),
        (select max(m.happened_at) from ticket_conversations l
         join   messages m on m.conversation_id in ${wholeOf(sql`l.conversation_id`)}
         where  l.ticket_id = ${ticketId} and m.author_staff_id is not null)) as at)
    select count(*) as count
    from   ticket_notes n, person p
    where  n.ticket_id = ${ticketId} and n.rule_id is not null and n.message_id is not null
    and    (p.at is null or n.created_at > p.at)`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
