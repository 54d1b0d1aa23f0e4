import type { Condition } from '../../kernel/conditions/condition.ts';
import type { Ctx } from '../../kernel/context.ts';
import { expectedRows } from '../../kernel/list/count-rows.ts';
import { type DrawLimits, drawRows } from '../../kernel/list/draw-rows.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { type Interval, intervalOf } from './interval-of.ts';
import { meeting } from './meeting.ts';

/**
 * So many are asked where time suffices, by which a share of a tenth is right to a fifteenth of
 * it; and for so long, so that the estimate is there within a second.
 */
const usual: DrawLimits = { most: 8192, ms: 600 };

type Estimate = { count: number; margin: Omit<Interval, 'count'> | null; ids: number[] };

/**
 * About how many meet a condition, with the margin that this has, and some of them: by the share
 * among those who were drawn and asked within the time. Where time did not suffice for any it is
 * what the planner expects, of which nobody knows how far off it is.
 */
export async function estimateCount(
  ctx: Ctx,
  { condition }: { condition: Condition },
  limits = usual,
): Promise<Result<Estimate>> {
  const met = await meeting(ctx, condition);
  if (!met.ok) return met;
  const { size, looked, found, ids } = await drawRows(ctx, met.value.open, met.value, limits);
  if (looked === 0 && size > 0) {
    return ok({ count: Math.round(await expectedRows(ctx, met.value)), margin: null, ids });
  }
  const { count, low, high } = intervalOf(size, looked, found);
  return ok({ count, margin: { low, high }, ids });
}
