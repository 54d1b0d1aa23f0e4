import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { matchingRows, type RowTarget } from '../../kernel/list/match-rows.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { BulkChange } from '../api/bulk.ts';
import type { BulkHolder, Fields } from './bulk-holder.ts';
import { changeNext } from './change-next.ts';
import { lockBulkChange, shown } from './find-bulk-change.ts';
import { goOn } from './go-on.ts';

/**
 * Changes many rows at once. The first thousand are changed before the answer, so that the usual
 * case is done with it; the rest by a job, whose progress can be asked.
 */
export async function changeMany(
  ctx: Ctx,
  holder: BulkHolder,
  { target, fields }: { target: RowTarget; fields: Fields },
): Promise<Result<BulkChange>> {
  const { list, permission, check } = holder;
  const matching = await matchingRows(ctx, list, target, permission);
  if (!matching.ok) return matching;
  const refusal = await check(ctx, fields);
  if (refusal) return refusal;
  const { id } = await ctx.db
    .insertInto('bulkChanges')
    .values({
      entity: list.entity,
      actor: JSON.stringify(ctx.actor),
      target: JSON.stringify(target),
      fields: JSON.stringify(fields),
      state: 'running',
      createdAt: ctx.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const isDone = await changeNext(ctx, await lockBulkChange(ctx, id));
  if (!isDone) await enqueue(ctx, goOn, { id });
  return ok(shown(await lockBulkChange(ctx, id)));
}
