import { storeUsage } from '../../billing/index.ts';
import type { BulkCtx } from '../../kernel/db/bulk.ts';
import type { ChunkDone } from '../apply/apply-chunk.ts';
import type { ApplyPlan } from '../apply/plan.ts';
import { takeRows } from '../apply/take-rows.ts';
import { FILES, loadsOf } from './usage-loads.ts';
import type { UsageRow } from './usage-row.ts';

/** Stores what the next rows of an import say was used; the next night charges it. */
export async function applyUsage(
  ctx: BulkCtx,
  { imported }: ApplyPlan,
  limit: number,
): Promise<ChunkDone> {
  const rows = await takeRows<UsageRow>(ctx, imported, limit);
  const last = rows.at(-1)?.rowNumber ?? null;
  const loads = rows.flatMap(loadsOf);
  const { taken, unknown } = await storeUsage(ctx, FILES, loads, imported.id);
  const created = Array.from({ length: taken }, (_, at) => at);
  return { last, created, updated: 0, unchanged: loads.length - taken, refused: unknown.length };
}
