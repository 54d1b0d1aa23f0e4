import { type RawBuilder, sql, type SqlBool } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { type DraftFile, dropUnsentFiles, eraseDraftFiles } from './draft-files.ts';
import type { Draft } from './keep-draft.ts';

type WithFiles = Draft & { files: DraftFile[] };

/** What the one who acts is writing at a record. */
export async function ownDrafts(ctx: Ctx, entity: string, entityId: number): Promise<WithFiles[]> {
  // drafts_staff_id_entity_entity_id_kind_key, draft_files_pkey, files_pkey
  const { rows } = await sql<WithFiles>`
    select kind, text, writing, seen_id, version, updated_at,
           coalesce((select jsonb_agg(jsonb_build_object(
                              'id', f.id, 'name', f.name, 'contentType', f.content_type,
                              'sizeBytes', f.size_bytes) order by f.id)
                     from   draft_files a join files f on f.id = a.file_id and f.erased_at is null
                     where  a.draft_id = d.id), '[]') as files
    from   drafts d
    where  staff_id = ${staffIdOf(ctx.actor)} and entity = ${entity} and entity_id = ${entityId}
    order  by kind`.execute(ctx.db);
  return rows;
}

/** Whether the one who acts has begun to write at a row and has not sent it. */
export const hasDraft = (
  ctx: Ctx,
  entity: string,
  entityId: RawBuilder<unknown>,
): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select from drafts dr
  where  dr.staff_id = ${staffIdOf(ctx.actor)} and dr.entity = ${entity}
  and    dr.entity_id = ${entityId}
  and    (dr.text <> '' or exists (select from draft_files df where df.draft_id = dr.id)))`;

/** Takes away what was being written about somebody whose data is erased, and who was at it. */
export async function forgetWriting(
  ctx: Ctx,
  entity: string,
  ids: readonly number[],
): Promise<void> {
  await eraseDraftFiles(ctx, entity, ids);
  const those = sql`entity = ${entity} and entity_id = any(${[...ids]}::bigint[])`;
  // drafts_of (entity, entity_id)
  await sql`delete from drafts where ${those}`.execute(ctx.db);
  // attention_pkey
  await sql`delete from attention where ${those}`.execute(ctx.db);
}

const DAY_MS = 86_400_000;
const BATCH = 5000;

/** A day after it was sent nothing of it comes late; and whoever was somewhere is there no more. */
export const forgetSentDrafts: Tick = {
  name: 'work.drafts',
  everySeconds: 600,
  run: async (ctx) => {
    const dayAgo = new Date(ctx.clock.now().getTime() - DAY_MS);
    await dropUnsentFiles(ctx);
    // drafts_empty (updated_at) where text = '', draft_files_pkey
    await sql`
      delete from drafts where id in (
        select id from drafts d where text = '' and updated_at < ${dayAgo}
        and    not exists (select from draft_files a where a.draft_id = d.id)
        limit  ${BATCH} for update skip locked)`.execute(ctx.db);
    // attention_seen (seen_at)
    await sql`delete from attention where seen_at < ${dayAgo}`.execute(ctx.db);
  },
};
