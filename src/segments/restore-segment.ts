import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import { noteMoves } from './members/replace-members.ts';
import { isNameTaken, lockRow } from './segment-rows.ts';

/**
 * The way back. Whoever left a kept list by its going is on it again; a dynamic one is counted at
 * once.
 */
export async function restoreSegment(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const row = await lockRow(ctx, id);
  if (!row) return fail('segments.not_found');
  if (!row.archivedAt) return ok({});
  if (await isNameTaken(ctx, row.name, id)) return fail('segments.name_taken');
  const now = ctx.clock.now();
  await sql`
    update segments
    set    archived_at = null, updated_at = ${now}, version = version + 1,
           next_at = case when kind = 'dynamic' then ${now}::timestamptz end
    where  id = ${id}`.execute(ctx.db);
  if (row.kind === 'static') {
    // Those who left at that moment; who was erased or merged since is no row to come back.
    const back = await sql`
      insert into segment_members (segment_id, subscriber_id, since_at)
      select distinct segment_id, subscriber_id, ${now}::timestamptz from segment_members
      where  segment_id = ${id} and until_at = ${row.archivedAt}`.execute(ctx.db);
    const size = Number(back.numAffectedRows ?? 0);
    await noteMoves(ctx, id, { size, entered: size, gone: 0 });
  }
  const subject = { kind: 'segment', id };
  await emit(ctx, { type: 'segments.restored', subject, facts: { name: row.name } });
  return ok({});
}
