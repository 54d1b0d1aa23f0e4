import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import type { RawSenders } from './erase-raw.ts';

/** Whether a message of one of these senders is stored and still to be understood. */
export async function hasWaiting(ctx: Ctx, senders: RawSenders): Promise<boolean> {
  // raw_messages_sender (sender, received_at)
  const { rows } = await sql`
    select from jsonb_to_recordset(${JSON.stringify(senders)}::jsonb)
                  as s (channel text, value text)
    join   raw_messages r on r.sender = s.value and r.sender <> '' and r.state = 'waiting'
    where  s.channel in ('any', r.channel)
    limit  1`.execute(ctx.db);
  return rows.length > 0;
}
