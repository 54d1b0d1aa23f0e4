import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { clearStages } from './clear-stages.ts';
import { isTaken, nameTaken } from './rows.ts';

type Input = { id: number; name: string; isArchived: boolean; dealsToStageId: number | null };
type Before = { name: string; archivedAt: Date | null };

/** Renames a pipeline, puts it out of use with its open deals elsewhere, or brings it back. */
export async function changePipeline(
  ctx: Ctx,
  { id, name, isArchived, dealsToStageId }: Input,
): Promise<Result<Done>> {
  // There are a few; all are locked, so that one is left in use whoever else acts.
  const { rows } = await sql<Before & { id: number }>`
    select id, name, archived_at from pipelines order by id for update`.execute(ctx.db);
  const before = rows.find((row) => row.id === id);
  if (!before) return fail('sales.no_such_pipeline');
  if (await isTaken(ctx, 'pipelines', { id, name })) return nameTaken();
  const isLeaving = isArchived && before.archivedAt === null;
  if (isLeaving) {
    const others = rows.filter((row) => row.id !== id && row.archivedAt === null);
    if (others.length === 0) return fail('sales.last_pipeline');
    const stages = await sql<{ id: number }>`
      select id from pipeline_stages where pipeline_id = ${id} order by id for update`.execute(
      ctx.db,
    );
    const ids = stages.rows.map((stage) => stage.id);
    const cleared = await clearStages(ctx, ids, dealsToStageId);
    if (!cleared.ok) return cleared;
  }
  const archivedAt = isArchived ? (before.archivedAt ?? ctx.clock.now()) : null;
  await ctx.db.updateTable('pipelines').set({ name, archivedAt }).where('id', '=', id).execute();
  await emit(ctx, {
    type: 'sales.pipeline_changed',
    subject: { kind: 'pipeline', id },
    facts: { before: before.name, name, isArchived, dealsToStageId },
  });
  return ok({});
}
