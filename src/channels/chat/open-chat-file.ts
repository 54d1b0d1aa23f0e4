import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { findVisitor, senderOf } from './visitors.ts';

/** A file that went to whoever shows the secret of the talk. */
export async function openChatFile(
  ctx: Ctx,
  { channelId, token, fileId }: { channelId: number; token: string; fileId: number },
): Promise<Result<Download>> {
  const visitorId = await findVisitor(ctx, channelId, token);
  if (visitorId === null) return fail('channels.file_not_found');
  // outgoing_messages_recipient (recipient), outgoing_files_pkey
  const { rows } = await sql`
    select from outgoing_messages o
    join   outgoing_files a on a.outgoing_message_id = o.id and a.file_id = ${fileId}
    where  o.recipient = ${senderOf(visitorId)} and o.channel_id = ${channelId}
    and    o.state = 'sent' and o.erased_at is null`.execute(ctx.db);
  const file = rows.length === 0 ? null : await openFile(ctx, fileId);
  if (!file) return fail('channels.file_not_found');
  return ok({
    body: file.stream,
    contentType: 'application/octet-stream',
    fileName: file.name || 'file',
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  });
}
