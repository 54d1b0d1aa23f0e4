import type { Ctx } from '../../kernel/context.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { settleSearch } from '../../kernel/search/load-entries.ts';
import type { ChunkDone } from '../apply/apply-chunk.ts';
import { type ApplyPlan, makePlan } from '../apply/plan.ts';
import { workOf } from '../kinds.ts';
import type { Import } from '../load-import.ts';
import { saveProgress } from './progress.ts';

/**
 * Rows applied in one transaction: a killed step repeats no more than these, and no more of them
 * are in memory at a time.
 */
const ROWS_AT_ONCE = 2_000;

/**
 * Applies the staged rows chunk by chunk. Each chunk, the note of what it changed and the place to
 * go on from are one transaction, so that whenever it is killed, no row is lost and none is
 * doubled. While the next chunk is applied, another connection puts the one before into the search;
 * what a killed step left out of it is put there first.
 */
export async function apply(ctx: Ctx, imported: Import): Promise<void> {
  const work = workOf[imported.kind];
  const plan = await makePlan(ctx, imported);
  await work.makeFindable(ctx, await work.newestOf(ctx, imported.id, 2 * ROWS_AT_ONCE));
  let current = imported;
  let indexing: Promise<void> = Promise.resolve();
  for (;;) {
    const { next, done } = await applyNext(ctx, { ...plan, imported: current });
    current = next;
    await indexing;
    if (done.last === null) break;
    indexing = work.makeFindable(ctx, done.created);
    // Handled when it is awaited; until then a rejection must not count as lost.
    indexing.catch(() => undefined);
    await work.keepStatistics(ctx, current.counts.created);
  }
  await saveProgress(ctx, current, { state: 'applied', appliedAt: ctx.clock.now() });
  await settleSearch(ctx);
  await work.afterAll(ctx);
}

async function applyNext(ctx: Ctx, plan: ApplyPlan): Promise<{ next: Import; done: ChunkDone }> {
  const { imported } = plan;
  const { counts } = imported;
  return inBulkTransaction(ctx, async (bulk) => {
    const done = await workOf[imported.kind].applyChunk(bulk, plan, ROWS_AT_ONCE);
    const next = await saveProgress(bulk, imported, {
      doneThrough: done.last ?? imported.doneThrough,
      errorCount: imported.errorCount + done.refused,
      counts: {
        ...counts,
        created: counts.created + done.created.length,
        updated: counts.updated + done.updated,
        unchanged: counts.unchanged + done.unchanged,
      },
    });
    return { next, done };
  });
}
