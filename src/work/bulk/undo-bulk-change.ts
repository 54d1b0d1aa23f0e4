import type { Ctx } from '../../kernel/context.ts';
import { enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { BulkChange } from '../api/bulk.ts';
import type { BulkHolder } from './bulk-holder.ts';
import { findBulkChange, lockBulkChange, shown } from './find-bulk-change.ts';
import { goOn } from './go-on.ts';
import { undoNext } from './undo-next.ts';

/**
 * Takes a change of many back, a thousand before the answer and the rest by a job. One that stopped
 * on its way back goes on from there.
 */
export async function undoBulkChange(
  ctx: Ctx,
  holder: BulkHolder,
  { id }: { id: number },
): Promise<Result<BulkChange>> {
  const found = await findBulkChange(ctx, holder, id, { isLocked: true });
  if (!found.ok) return found;
  const { state } = found.value;
  if (state === 'running') return fail('work.bulk_change_running');
  if (state !== 'done' && state !== 'stopped') return ok(shown(found.value));
  await ctx.db
    .updateTable('bulkChanges')
    .set({ state: 'undoing', movedAt: ctx.clock.now(), finishedAt: null })
    .where('id', '=', id)
    .execute();
  const isDone = await undoNext(ctx, await lockBulkChange(ctx, id));
  if (!isDone) await enqueue(ctx, goOn, { id });
  return ok(shown(await lockBulkChange(ctx, id)));
}
