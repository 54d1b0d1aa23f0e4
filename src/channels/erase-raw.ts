import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { eraseFile } from '../kernel/files/files.ts';

/** Who it came from: on `any` channel, or of one whose names another may have too. */
export type RawSenders = readonly { channel: string; value: string }[];

/**
 * Forgets what these messages said and who sent them, their bytes and the names of their files;
 * that they came stays. What came from these senders is forgotten too, also where it became
 * nothing. May be run again.
 */
export async function eraseRaw(
  ctx: Ctx,
  { ids, senders }: { ids: readonly number[]; senders: RawSenders },
): Promise<void> {
  // raw_messages_pkey, raw_messages_sender (sender, received_at)
  const { rows } = await sql<{ id: number; fileId: number | null }>`
    update raw_messages
    set    payload = '{}', sender = '', remote = '', error = null, erased_at = ${ctx.clock.now()},
           state = case when state = 'waiting' then 'refused' else state end
    where  erased_at is null
    and    id in (select id from raw_messages where id = any(${[...ids]}::bigint[])
                  union all
                  select r.id
                  from   jsonb_to_recordset(${JSON.stringify(senders)}::jsonb)
                           as s (channel text, value text)
                  join   raw_messages r on r.sender = s.value and r.sender <> ''
                  where  s.channel in ('any', r.channel))
    returning id, file_id`.execute(ctx.db);
  for (const { fileId } of rows) if (fileId !== null) await eraseFile(ctx, fileId);
  await forgetFiles(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** What was not fetched yet never will be. */
async function forgetFiles(ctx: Ctx, rawMessageIds: readonly number[]): Promise<void> {
  // incoming_files_message (raw_message_id)
  await sql`
    update incoming_files
    set    place = '', name = '',
           state = case when state = 'waiting' then 'failed' else state end
    where  raw_message_id = any(${[...rawMessageIds]}::bigint[])`.execute(ctx.db);
}
