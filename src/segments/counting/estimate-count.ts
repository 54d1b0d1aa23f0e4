import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { expectedRows, sampleCounts } from '../../kernel/list/count-rows.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { meeting } from './meeting.ts';

type Estimate = { count: number; way: 'sample' | 'planner' };

/**
 * About how many meet a condition, in half a second: by the share among the subscribers of some
 * pages of the table, each asked by itself; where none of them does, by the planner's statistics.
 */
export async function estimateCount(
  ctx: Ctx,
  { condition }: { condition: Condition },
): Promise<Result<Estimate>> {
  const met = await meeting(ctx, condition);
  if (!met.ok) return met;
  const sampled = await sampleCounts(ctx, met.value.open, met.value, null);
  const found = sampled?.get(null) ?? 0;
  if (found > 0) return ok({ count: Math.round(found), way: 'sample' });
  return ok({ count: Math.round(await expectedRows(ctx, met.value)), way: 'planner' });
}
