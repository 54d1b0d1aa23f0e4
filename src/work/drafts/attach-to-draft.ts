import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { eraseFile, storeFile } from '../../kernel/files/files.ts';
import { limited } from '../../kernel/files/limited.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { Upload } from '../../kernel/wiring.ts';
import { mostDraftFiles, mostFileBytes } from '../api/draft-limits.ts';
import { reachRecord } from '../work-holders.ts';
import type { DraftFile, DraftPlace } from './draft-files.ts';
import { lockDraft } from './keep-draft.ts';

/** What else a browser says of a file may be anything. */
const typeForm = /^[\w.+-]{1,50}\/[\w.+-]{1,49}$/;

/**
 * Keeps a file with what somebody is writing, so that it is there again after a closed browser. The
 * bytes are kept first and the row is written after them.
 */
export async function attachToDraft(
  ctx: Ctx,
  place: DraftPlace,
  upload: Upload,
): Promise<Result<{ file: DraftFile }>> {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) return fail('work.record_not_found');
  const holder = await reachRecord(ctx, place);
  if ('ok' in holder) return holder;
  const { stream, isTooLarge } = limited(upload.stream, mostFileBytes);
  const name = upload.fileName || 'file';
  const contentType = typeForm.test(upload.contentType)
    ? upload.contentType
    : 'application/octet-stream';
  const { id, sizeBytes } = await storeFile(ctx, { name, contentType, stream });
  const bound: Result<unknown> = isTooLarge()
    ? fail('work.file_too_large', { mostMegabytes: mostFileBytes / 1024 ** 2 })
    : await inTransaction(ctx, async (tx) => {
        // Locks the record, so that an erasure waits and finds the file, or is found.
        if (await holder.isErased(tx, place.entityId)) return fail('work.record_not_found');
        return bind(tx, staffId, place, id);
      });
  if (bound.ok) return ok({ file: { id, name: name.slice(0, 255), contentType, sizeBytes } });
  await eraseFile(ctx, id);
  return bound;
}

async function bind(
  ctx: Ctx,
  staffId: number,
  place: DraftPlace,
  fileId: number,
): Promise<Result<Record<string, never>>> {
  const draft = await lockDraft(ctx, staffId, { ...place, writing: '' });
  const { count } = await ctx.db
    .selectFrom('draftFiles')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('draftId', '=', draft.id)
    .executeTakeFirstOrThrow();
  if (count >= mostDraftFiles) return fail('work.too_many_files', { most: mostDraftFiles });
  const now = ctx.clock.now();
  await ctx.db
    .insertInto('draftFiles')
    .values({ draftId: draft.id, fileId, createdAt: now })
    .execute();
  // The sweep of emptied drafts, which may have found it a moment ago, lets it stand.
  await ctx.db.updateTable('drafts').set({ updatedAt: now }).where('id', '=', draft.id).execute();
  return ok({});
}
