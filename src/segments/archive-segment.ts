import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { askedSegments } from './asks-itself.ts';
import { noteMoves } from './members/replace-members.ts';
import { listRows, lockRow } from './segment-rows.ts';

/** Takes a segment out of use: everybody leaves it, and what it was stays to be read. */
export async function archiveSegment(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const row = await lockRow(ctx, id);
  if (!row) return fail('segments.not_found');
  if (row.archivedAt) return ok({});
  const asking = (await listRows(ctx, false)).find(
    ({ condition }) => condition && askedSegments(condition).includes(id),
  );
  if (asking) return fail('segments.still_asked', { name: asking.name });
  const now = ctx.clock.now();
  // segment_members_now (segment_id, subscriber_id) where until_at is null
  const left = await sql`
    update segment_members set until_at = greatest(${now}::timestamptz, since_at)
    where  segment_id = ${id} and until_at is null`.execute(ctx.db);
  await noteMoves(ctx, id, { size: 0, entered: 0, gone: Number(left.numAffectedRows ?? 0) });
  await sql`
    update segments
    set    archived_at = ${now}, next_at = null, updated_at = ${now}, version = version + 1
    where  id = ${id}`.execute(ctx.db);
  const subject = { kind: 'segment', id };
  await emit(ctx, { type: 'segments.archived', subject, facts: { name: row.name } });
  return ok({});
}
