import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * Forgets what these messages said and who sent them; that they came stays. What came from these
 * phones is forgotten too, also where it never became a request. May be run again.
 */
export async function eraseRaw(
  ctx: Ctx,
  { ids, senders }: { ids: readonly number[]; senders: readonly string[] },
): Promise<void> {
  // raw_messages_pkey, raw_messages_sender (sender, received_at)
  await sql`
    update raw_messages
    set    payload = '{}', sender = '', remote = '', error = null, erased_at = ${ctx.clock.now()},
           state = case when state = 'waiting' then 'refused' else state end
    where  erased_at is null
    and    id in (select id from raw_messages where id = any(${[...ids]}::bigint[])
                  union all
                  select id from raw_messages
                  where  sender = any(${[...senders]}::text[]) and sender <> '')`.execute(ctx.db);
}
