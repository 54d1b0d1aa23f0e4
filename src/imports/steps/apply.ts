import type { Ctx } from '../../kernel/context.ts';
import { inBulkTransaction } from '../../kernel/db/bulk.ts';
import { settleSearch } from '../../kernel/search/load-entries.ts';
import { searchDuplicates } from '../../subscribers/index.ts';
import { applyChunk } from '../apply/apply-chunk.ts';
import { type ApplyPlan, makePlan } from '../apply/plan.ts';
import type { Import } from '../load-import.ts';
import { keepStatistics } from './keep-statistics.ts';
import { saveProgress } from './progress.ts';

/**
 * Rows applied in one transaction: a killed step repeats no more than these, and no more of them
 * are in memory at a time.
 */
const ROWS_AT_ONCE = 2_000;

/**
 * Applies the staged rows chunk by chunk. Each chunk, the note of what it changed and the place to
 * go on from are one transaction, so that whenever it is killed, no row is lost and none is
 * doubled.
 */
export async function apply(ctx: Ctx, imported: Import): Promise<void> {
  const plan = await makePlan(ctx, imported);
  let current = imported;
  while (current.state === 'applying') {
    current = await applyNext(ctx, { ...plan, imported: current });
    await keepStatistics(ctx, current.counts.created);
  }
  await settleSearch(ctx);
  await searchDuplicates(ctx);
}

async function applyNext(ctx: Ctx, plan: ApplyPlan): Promise<Import> {
  const { imported } = plan;
  const { counts } = imported;
  return inBulkTransaction(ctx, async (bulk) => {
    const done = await applyChunk(bulk, plan, ROWS_AT_ONCE);
    const isEnd = done.last === null;
    return saveProgress(bulk, imported, {
      doneThrough: done.last ?? imported.doneThrough,
      errorCount: imported.errorCount + done.refused,
      counts: {
        ...counts,
        created: counts.created + done.created,
        updated: counts.updated + done.updated,
        unchanged: counts.unchanged + done.unchanged,
      },
      ...(isEnd && { state: 'applied' as const, appliedAt: ctx.clock.now() }),
    });
  });
}
