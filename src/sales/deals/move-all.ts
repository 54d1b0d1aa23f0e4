import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emitMany } from '../../kernel/events/journal.ts';
import { beginStays, endStays } from './keep-stays.ts';
import { dueIn, type Stage } from './enter-stage.ts';

const BATCH = 1000;

type Moved = { id: number; subscriberId: number | null; stageId: number; pipelineId: number };

/**
 * Moves every open deal of some stages to another, each with its line of history. Nobody has worked
 * on them: what the stage sets going for whoever enters it stays unset.
 */
export async function moveAll(ctx: Ctx, from: readonly number[], stage: Stage): Promise<void> {
  const now = ctx.clock.now();
  const dueAt = await dueIn(ctx, stage, now);
  for (;;) {
    // deals_board (stage_id, entered_stage_at desc, id desc) where state = 'open'
    const { rows } = await sql<Moved>`
      with gone as materialized (
        select id, subscriber_id, stage_id, pipeline_id from deals
        where  stage_id = any(${[...from]}::bigint[]) and state = 'open'
        order  by stage_id, id limit ${BATCH} for update)
      update deals d
      set    stage_id = ${stage.id}, pipeline_id = ${stage.pipelineId}, entered_stage_at = ${now},
             due_at = ${dueAt}, late_told_at = null, supervisor_at = null, escalated_at = null,
             updated_at = ${now}, version = version + 1
      from   gone where d.id = gone.id
      returning gone.*`.execute(ctx.db);
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await endStays(ctx, ids, { stageId: stage.id });
    await beginStays(ctx, ids, stage.id);
    await emitMany(
      ctx,
      rows.map(({ id, subscriberId, stageId, pipelineId }) => ({
        type: 'sales.deal_moved',
        subject: { kind: 'deal', id },
        subscriberId,
        facts: { number: id, ...between({ stageId, pipelineId }, stage) },
      })),
    );
  }
}

/** A pipeline that stays is no news. */
function between(before: Pick<Moved, 'stageId' | 'pipelineId'>, { id, pipelineId }: Stage) {
  const after = { stageId: id, pipelineId };
  if (before.pipelineId !== pipelineId) return { before, after, fields: ['pipelineId', 'stageId'] };
  return { before: { stageId: before.stageId }, after: { stageId: id }, fields: ['stageId'] };
}
