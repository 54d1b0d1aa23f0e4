import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { nextPosition } from './rows.ts';
import { readStage, refuseStage, type StageInput } from './stage-rows.ts';

/** Adds a stage to the end of a pipeline. */
export async function addStage(
  ctx: Ctx,
  { id: pipelineId, ...given }: StageInput & { id: number },
): Promise<Result<{ id: number }>> {
  const known = await ctx.db
    .selectFrom('pipelines')
    .select('id')
    .where('id', '=', pipelineId)
    .forUpdate()
    .executeTakeFirst();
  if (!known) return fail('sales.no_such_pipeline');
  const refusal = await refuseStage(ctx, given, { pipelineId, id: 0 });
  if (refusal) return refusal;
  const stage = readStage(given);
  const { id } = await ctx.db
    .insertInto('pipelineStages')
    .values({
      ...stage,
      entry: JSON.stringify(stage.entry),
      pipelineId,
      position: nextPosition('pipeline_stages'),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'sales.stage_added',
    subject: { kind: 'pipeline_stage', id },
    facts: { pipelineId, after: stage },
  });
  return ok({ id });
}
