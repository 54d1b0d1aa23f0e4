import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { putInOrder } from './rows.ts';

/** Puts pipelines into this order: the first is where a deal begins unless it is said otherwise. */
export async function orderPipelines(
  ctx: Ctx,
  { ids }: { ids: readonly number[] },
): Promise<Result<Done>> {
  await putInOrder(ctx, 'pipelines', ids);
  await emit(ctx, {
    type: 'sales.pipelines_ordered',
    subject: { kind: 'pipeline', id: ids[0] ?? 0 },
    facts: { ids },
  });
  return ok({});
}
