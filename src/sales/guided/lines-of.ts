import type { Ctx } from '../../kernel/context.ts';
import { type CheckedLine, linesAt } from '../../network/index.ts';
import type { Line } from '../recommending/offers.ts';
import type { Guided } from './lock-guided.ts';

export type PricedLine = Line & { cost: CheckedLine['cost'] };

/** Of a line that bears whatever is sold. */
const ANY_KBPS = 1e9;

/**
 * The ways to reach where the person lives: what is known of the building, else what the agent has
 * said; null where nobody knows.
 */
export async function linesOf(
  ctx: Ctx,
  { buildingId, technology, lineKbps }: Guided,
): Promise<PricedLine[] | null> {
  const there = buildingId === null ? null : await linesAt(ctx, buildingId, undefined);
  const known = there?.lines ?? [];
  if (known.length > 0) {
    return known
      .filter(({ state }) => state !== 'planned')
      .map((line) => ({
        technology: line.technology,
        topSpeedKbps: line.speedKbps ?? ANY_KBPS,
        isStopped: line.state !== 'available',
        cost: line.cost,
      }));
  }
  if (technology === null || lineKbps === null) return null;
  const isStopped = there?.stops.some(({ level }) => level === 'stop') ?? false;
  return [{ technology, topSpeedKbps: lineKbps, isStopped, cost: null }];
}
