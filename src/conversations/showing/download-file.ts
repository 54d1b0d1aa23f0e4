import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { reaches } from '../reach.ts';

/** A file that came with a message, for whoever may see the conversation in which it stands now. */
export async function downloadFile(
  ctx: Ctx,
  { id, fileId }: { id: number; fileId: number },
): Promise<Result<Download>> {
  // message_files_file_id_key
  const { rows } = await sql`
    select from message_files f
    join   messages m on m.id = f.message_id
    join   conversations p on p.id = m.conversation_id
    join   conversations c on c.id = coalesce(p.root_id, p.id)
    where  f.file_id = ${fileId} and ${id} in (p.id, c.id)
    and    ${reaches(ctx, 'conversations.view')}`.execute(ctx.db);
  const file = rows.length === 0 ? null : await openFile(ctx, fileId);
  if (!file) return fail('conversations.file_not_found');
  return ok({
    body: file.stream,
    // A stranger sent it: it is saved and never shown as a page of ours.
    contentType: 'application/octet-stream',
    fileName: file.name || 'file',
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  });
}
