import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { eraseFiles } from '../../kernel/files/erase-files.ts';
import { eraseFile } from '../../kernel/files/files.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';

export type RecordedCall = { channelId: number; linkedId: string };

/** Removes what was said in these calls, for good; what is still to come of it is not kept. */
export async function eraseRecordings(ctx: Ctx, calls: readonly RecordedCall[]): Promise<void> {
  if (calls.length === 0) return;
  // call_recordings_call (channel_id, linked_id)
  const { rows } = await sql<{ id: number; fileId: number | null }>`
    select r.id, r.file_id
    from   unnest(${calls.map(({ channelId }) => channelId)}::bigint[],
                  ${calls.map(({ linkedId }) => linkedId)}::text[]) as c (channel_id, linked_id)
    join   call_recordings r on r.channel_id = c.channel_id and r.linked_id = c.linked_id
    for    update of r`.execute(ctx.db);
  for (const { fileId } of rows) if (fileId !== null) await eraseFile(ctx, fileId);
  await forget(ctx, rows);
}

type RecordingState = 'waiting' | 'fetched' | 'failed' | 'erased';

async function forget(ctx: Ctx, rows: readonly { id: number }[]): Promise<void> {
  if (rows.length === 0) return;
  const state: RecordingState = 'erased';
  const erased = { state, name: '', trouble: null, fileId: null };
  const ids = rows.map(({ id }) => id);
  await ctx.db.updateTable('callRecordings').set(erased).where('id', 'in', ids).execute();
}

const BATCH = 500;

/** Removes what was said before a moment, some at once. @returns whether more may be left */
export async function dropOldRecordings(ctx: Ctx, before: Date): Promise<boolean> {
  // call_recordings_old (created_at) where state <> 'erased'
  const { rows } = await sql<{ id: number; fileId: number | null }>`
    select id, file_id from call_recordings
    where  created_at < ${before} and state <> 'erased'
    order  by created_at limit ${BATCH} for update skip locked`.execute(ctx.db);
  const fileIds = rows.flatMap(({ fileId }) => fileId ?? []);
  if (fileIds.length > 0) await enqueue(ctx, eraseFiles, { fileIds });
  await forget(ctx, rows);
  return rows.length === BATCH;
}
