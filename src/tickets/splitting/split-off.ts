import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { insertTicket } from '../record/start-of-ticket.ts';
import type { Stored } from '../record/values.ts';

/**
 * Opens the ticket that notes of another are to stand in. It waits to be resolved since the first
 * of them was written; a reply is awaited only where one is still awaited on the other.
 * @returns its id
 */
export async function splitOff(
  ctx: Ctx,
  from: Stored,
  { subject, since }: { subject: string; since: Date },
): Promise<number> {
  // ticket_clocks_ticket (ticket_id, id)
  const { rows } = await sql`
    select from ticket_clocks
    where  ticket_id = ${from.id} and kind <> 'resolution' and met_at is null
    limit  1`.execute(ctx.db);
  const id = await insertTicket(
    ctx,
    { ...from, subject, description: '', state: 'ours', waitsUntil: null, attributes: {} },
    { openedAt: since, awaitsReply: rows.length > 0 },
  );
  // Whoever hears of the one, and the conversations that led to it, belong to this one as well: by
  // them an erasure finds whose it is. ticket_watchers_pkey, ticket_conversations_pkey
  await sql`
    insert into ticket_watchers (ticket_id, staff_id)
    select ${id}::bigint, staff_id from ticket_watchers where ticket_id = ${from.id}`.execute(
    ctx.db,
  );
  await sql`
    insert into ticket_conversations (ticket_id, conversation_id, linked_at)
    select ${id}::bigint, conversation_id, ${ctx.clock.now()}
    from   ticket_conversations where ticket_id = ${from.id}`.execute(ctx.db);
  return id;
}
