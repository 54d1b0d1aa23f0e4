import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { eraseFile } from '../../kernel/files/files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { DraftKind } from './keep-draft.ts';

export type DraftFile = { id: number; name: string; contentType: string; sizeBytes: number };
export type DraftPlace = { entity: string; entityId: number; kind: DraftKind };

/**
 * Files of what the one who acts was writing here: they are the draft's no more and become whatever
 * is sent, in the caller's transaction. In the order in which they were asked for.
 */
export async function takeDraftFiles(
  ctx: Ctx,
  { entity, entityId, kind }: DraftPlace,
  fileIds: readonly number[],
): Promise<Result<DraftFile[]>> {
  if (fileIds.length === 0) return ok([]);
  // drafts_staff_id_entity_entity_id_kind_key, draft_files_pkey, files_pkey
  const { rows } = await sql<DraftFile>`
    with taken as (
      delete from draft_files a using drafts d
      where  d.id = a.draft_id and d.staff_id = ${staffIdOf(ctx.actor)}
      and    d.entity = ${entity} and d.entity_id = ${entityId} and d.kind = ${kind}
      and    a.file_id = any(${[...fileIds]}::bigint[])
      returning a.file_id)
    select f.id, f.name, f.content_type, f.size_bytes
    from   taken t join files f on f.id = t.file_id and f.erased_at is null
    order  by array_position(${[...fileIds]}::bigint[], f.id)`.execute(ctx.db);
  return rows.length === new Set(fileIds).size ? ok(rows) : fail('work.file_not_found');
}

/** Bytes of what was being written about somebody who is erased. */
export async function eraseDraftFiles(
  ctx: Ctx,
  entity: string,
  ids: readonly number[],
): Promise<void> {
  // drafts_of (entity, entity_id), draft_files_pkey
  const { rows } = await sql<{ fileId: number }>`
    delete from draft_files a using drafts d
    where  d.id = a.draft_id and d.entity = ${entity} and d.entity_id = any(${[...ids]}::bigint[])
    returning a.file_id`.execute(ctx.db);
  for (const { fileId } of rows) await eraseFile(ctx, fileId);
}

/** What nobody has sent for so long is not meant any more. */
const UNSENT_DAYS = 14;
const DAY_MS = 86_400_000;
const BATCH = 500;

/** Takes away files that were chosen and never sent. */
export async function dropUnsentFiles(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.clock.now().getTime() - UNSENT_DAYS * DAY_MS);
  // draft_files_old (created_at)
  const { rows } = await sql<{ fileId: number }>`
    delete from draft_files where file_id in (
      select file_id from draft_files where created_at < ${before} limit ${BATCH})
    returning file_id`.execute(ctx.db);
  if (rows.length === 0) return;
  await enqueue(ctx, eraseFiles, { fileIds: rows.map(({ fileId }) => fileId) });
}
