import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Forgets what these messages said, to whom they went and which files went with them; that they
 * left stays. One that has not left never will. May be run again.
 */
export async function eraseOutgoing(
  ctx: Ctx,
  { ids, recipients }: { ids: readonly number[]; recipients: readonly string[] },
): Promise<void> {
  // outgoing_messages_pkey, outgoing_messages_recipient (recipient) where recipient <> '',
  // outgoing_files_pkey
  await sql`
    with erased as (
      update outgoing_messages
      set    payload = '{}', recipient = '', error = null, erased_at = ${ctx.clock.now()},
             state = case when state in ('waiting', 'unknown') then 'failed' else state end
      where  erased_at is null
      and    id in (select id from outgoing_messages where id = any(${[...ids]}::bigint[])
                    union all
                    select id from outgoing_messages
                    where  recipient = any(${[...recipients]}::text[]) and recipient <> '')
      returning id)
    delete from outgoing_files a using erased e where a.outgoing_message_id = e.id`.execute(ctx.db);
}
