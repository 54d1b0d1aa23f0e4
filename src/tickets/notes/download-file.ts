import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { openFile } from '../../kernel/files/files.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Download } from '../../kernel/wiring.ts';
import { reaches } from '../reach.ts';

/** A file of a note, for whoever may see the ticket. */
export async function downloadFile(
  ctx: Ctx,
  { id, fileId }: { id: number; fileId: number },
): Promise<Result<Download>> {
  // ticket_files_file_id_key, ticket_notes_pkey, tickets_pkey
  const { rows } = await sql`
    select from ticket_files f
    join   ticket_notes n on n.id = f.note_id
    join   tickets o on o.id = n.ticket_id
    join   tickets t on t.id = coalesce(o.root_id, o.id)
    where  f.file_id = ${fileId} and t.id = ${id} and ${reaches(ctx, 'tickets.view')}`.execute(
    ctx.db,
  );
  const file = rows.length === 0 ? null : await openFile(ctx, fileId);
  if (!file) return fail('tickets.file_not_found');
  return ok({
    body: file.stream,
    // Whatever it is, it is saved and never shown as a page of ours.
    contentType: 'application/octet-stream',
    fileName: file.name || 'file',
    headers: { 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-store' },
  });
}
