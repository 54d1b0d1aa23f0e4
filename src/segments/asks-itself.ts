import { type Condition, testsOf } from '../kernel/conditions/condition.ts';
import type { Ctx } from '../kernel/context.ts';
import { listRows } from './segment-rows.ts';

/** The ids of segments that a condition asks about. */
export const askedSegments = (condition: Condition): number[] =>
  testsOf(condition)
    .filter(({ field }) => field === 'segment')
    .flatMap(({ value }) => (value === undefined ? [] : [value].flat()).map(Number));

/** Whether a segment's new condition would lead back to it: then nobody could say who is in it. */
export async function asksItself(ctx: Ctx, id: number, condition: Condition): Promise<boolean> {
  const rows = await listRows(ctx, true);
  const asked = new Map(
    rows.map((row) => [row.id, row.condition ? askedSegments(row.condition) : []]),
  );
  asked.set(id, askedSegments(condition));
  const seen = new Set<number>();
  const reachable = [...(asked.get(id) ?? [])];
  for (let next = reachable.pop(); next !== undefined; next = reachable.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    reachable.push(...(asked.get(next) ?? []));
  }
  return false;
}
