import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';

/** Takes a file off what one is writing; its bytes go for good. */
export async function detachFromDraft(
  ctx: Ctx,
  { fileId }: { fileId: number },
): Promise<Result<Record<string, never>>> {
  // draft_files_file_id_key, drafts_pkey
  const { rows } = await sql`
    delete from draft_files a using drafts d
    where  a.file_id = ${fileId} and d.id = a.draft_id and d.staff_id = ${staffIdOf(ctx.actor)}
    returning a.file_id`.execute(ctx.db);
  if (rows.length === 0) return fail('work.file_not_found');
  await enqueue(ctx, eraseFiles, { fileIds: [fileId] });
  return ok({});
}
