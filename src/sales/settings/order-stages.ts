import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { putInOrder } from './rows.ts';

/** Puts the stages of a pipeline into this order. */
export async function orderStages(
  ctx: Ctx,
  { id, ids }: { id: number; ids: readonly number[] },
): Promise<Result<Done>> {
  const known = await ctx.db
    .selectFrom('pipelines')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!known) return fail('sales.no_such_pipeline');
  await putInOrder(ctx, 'pipeline_stages', ids, id);
  await emit(ctx, {
    type: 'sales.stages_ordered',
    subject: { kind: 'pipeline', id },
    facts: { ids },
  });
  return ok({});
}
