import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { eraseFile } from '../kernel/files/files.ts';

/**
 * Forgets what these messages said and who sent them, and their bytes; that they came stays. What
 * came from these phones and addresses is forgotten too, also where it became nothing. May be run
 * again.
 */
export async function eraseRaw(
  ctx: Ctx,
  { ids, senders }: { ids: readonly number[]; senders: readonly string[] },
): Promise<void> {
  // raw_messages_pkey, raw_messages_sender (sender, received_at)
  const { rows } = await sql<{ fileId: number | null }>`
    update raw_messages
    set    payload = '{}', sender = '', remote = '', error = null, erased_at = ${ctx.clock.now()},
           state = case when state = 'waiting' then 'refused' else state end
    where  erased_at is null
    and    id in (select id from raw_messages where id = any(${[...ids]}::bigint[])
                  union all
                  select id from raw_messages
                  where  sender = any(${[...senders]}::text[]) and sender <> '')
    returning file_id`.execute(ctx.db);
  for (const { fileId } of rows) if (fileId !== null) await eraseFile(ctx, fileId);
}
