import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { eraseFiles } from '../kernel/files/erase-files.ts';
import { enqueue } from '../kernel/jobs/jobs.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { loadImport } from './load-import.ts';

/** Drops an import that changed nothing in the base, with its file. */
export async function discardImport(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const imported = await loadImport(ctx, id, true);
  if (!imported) return fail('imports.not_found');
  const hasFailedEarly =
    imported.state === 'failed' && ['staging', 'checking'].includes(imported.failedIn ?? '');
  if (!['uploaded', 'checked'].includes(imported.state) && !hasFailedEarly) {
    return fail('imports.wrong_state');
  }
  await enqueue(ctx, eraseFiles, { fileIds: [imported.fileId] });
  await ctx.db.deleteFrom('imports').where('id', '=', id).execute();
  await emit(ctx, { type: 'imports.discarded', subject: { kind: 'import', id } });
  return ok({});
}
