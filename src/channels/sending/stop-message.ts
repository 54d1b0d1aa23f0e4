import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Keeps a message that waits from leaving, if it is not on its way yet. What broke off on its way
 * before may have arrived all the same, and is unknown then.
 */
export async function stopMessage(ctx: Ctx, id: number): Promise<void> {
  // outgoing_messages_pkey
  await sql`
    update outgoing_messages
    set    state = case when unsure_since is null and parts_sent = 0
                        then 'failed' else 'unknown' end,
           trouble = 'stopped', error = null
    where  id = ${id} and state = 'waiting'`.execute(ctx.db);
}
