import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { clearStages } from './clear-stages.ts';
import { readStage, refuseStage, type StageInput } from './stage-rows.ts';

type Input = StageInput & { id: number; isArchived: boolean; dealsToStageId: number | null };
type Before = StageInput & { pipelineId: number; archivedAt: Date | null };

/**
 * Changes what a stage asks for from now on: deals that stand in it keep the term they began with.
 * One that goes out of use lets go of its open deals, and of none without being told where to.
 */
export async function changeStage(
  ctx: Ctx,
  { id, isArchived, dealsToStageId, ...given }: Input,
): Promise<Result<Done>> {
  const before = await lockStage(ctx, id);
  if (!before) return fail('sales.no_such_stage');
  const refusal = await refuseStage(ctx, given, { pipelineId: before.pipelineId, id });
  if (refusal) return refusal;
  if (isArchived && before.archivedAt === null) {
    if (!(await hasOthers(ctx, before.pipelineId, id))) return fail('sales.last_stage');
    const cleared = await clearStages(ctx, [id], dealsToStageId);
    if (!cleared.ok) return cleared;
  }
  const after = readStage(given);
  const archivedAt = isArchived ? (before.archivedAt ?? ctx.clock.now()) : null;
  await ctx.db
    .updateTable('pipelineStages')
    .set({ ...after, entry: JSON.stringify(after.entry), archivedAt })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'sales.stage_changed',
    subject: { kind: 'pipeline_stage', id },
    facts: { before, after: { ...after, isArchived }, dealsToStageId },
  });
  return ok({});
}

/** The pipeline is locked first, so that one of its stages is left in use whoever else acts. */
async function lockStage(ctx: Ctx, id: number): Promise<Before | undefined> {
  await sql`
    select from pipelines
    where  id = (select pipeline_id from pipeline_stages where id = ${id})
    for    update`.execute(ctx.db);
  const { rows } = await sql<Before>`
    select pipeline_id, name, probability, required_fields, limit_seconds, calendar_id, entry,
           archived_at
    from   pipeline_stages where id = ${id} for update`.execute(ctx.db);
  return rows[0];
}

async function hasOthers(ctx: Ctx, pipelineId: number, id: number): Promise<boolean> {
  const { rows } = await sql`
    select from pipeline_stages
    where  pipeline_id = ${pipelineId} and id <> ${id} and archived_at is null limit 1`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
