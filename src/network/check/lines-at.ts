import type { Ctx } from '../../kernel/context.ts';
import type { Checked, Verdict } from '../api/check.ts';
import type { Coverage } from '../api/shapes.ts';
import { today } from '../../subscribers/index.ts';
import { connectionCost } from '../coverage/connection-cost.ts';
import { coverageOf } from '../coverage/coverage-of.ts';
import { stopsOf } from '../coverage/stops-of.ts';

export type CheckedLine = Checked['lines'][number];

/**
 * What can be had at a building by each technology, with what stands in its way: a stop of the
 * building or of its own node, no port, a day to come.
 * @param metres of cable to a house of the private sector
 */
export async function linesAt(
  ctx: Ctx,
  buildingId: number,
  metres: number | undefined,
): Promise<{ lines: CheckedLine[]; stops: Checked['stops'] }> {
  const coverage = await coverageOf(ctx, buildingId);
  const stops = (await stopsOf(ctx, { buildingId })).filter(({ isInForce }) => isInForce);
  const lines = coverage.map((line): CheckedLine => {
    const own = stops.filter(({ nodeId }) => nodeId === null || nodeId === line.nodeId);
    const stop = own.find(({ level }) => level === 'stop') ?? own[0] ?? null;
    const cost = line.terms && connectionCost(line.terms, metres === undefined ? {} : { metres });
    return { ...line, stop, cost, state: stateOf(line, stop?.level === 'stop', today(ctx)) };
  });
  return { lines, stops };
}

function stateOf(line: Coverage, isStopped: boolean, day: string): CheckedLine['state'] {
  if (line.plannedOn !== null && line.plannedOn > day) return 'planned';
  if (isStopped) return 'stopped';
  return line.freeNow === 0 ? 'full' : 'available';
}

/** The best of what the lines of a building are. */
export function verdictOf(lines: readonly CheckedLine[]): Verdict {
  const order = ['available', 'planned', 'stopped', 'full'] as const;
  return order.find((state) => lines.some((line) => line.state === state)) ?? 'none';
}
