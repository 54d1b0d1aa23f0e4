import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/** Whether a message of one of these senders is stored and still to be understood. */
export async function hasWaiting(ctx: Ctx, senders: readonly string[]): Promise<boolean> {
  // raw_messages_sender (sender, received_at)
  const { rows } = await sql`
    select from raw_messages
    where  sender = any(${[...senders]}::text[]) and sender <> '' and state = 'waiting'
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
