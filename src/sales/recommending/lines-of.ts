import type { Ctx } from '../../kernel/context.ts';
import { type CheckedLine, linesAt } from '../../network/index.ts';
import type { Technology } from '../../catalog/api.ts';
import { sql } from 'kysely';
import type { Line } from './offers.ts';

export type PricedLine = Line & { cost: CheckedLine['cost'] };

/** Of a line that bears whatever is sold. */
const ANY_KBPS = 1e9;

/** A building, and the line there as an agent knows it. */
type Where = {
  buildingId: number | null;
  technology: Technology | null;
  lineKbps: number | null;
};

/**
 * The ways to reach where the person lives: what is known of the building, else what the agent has
 * said; null where nobody knows.
 */
export async function linesOf(
  ctx: Ctx,
  { buildingId, technology, lineKbps }: Where,
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

/** The same for a deal, with what was said of its line in its latest guided sale. */
export async function linesOfDeal(
  ctx: Ctx,
  { id, buildingId }: { id: number; buildingId: number | null },
): Promise<PricedLine[] | null> {
  // guided_sales_deal (deal_id, id)
  const { rows } = await sql<Omit<Where, 'buildingId'>>`
    select technology, line_kbps from guided_sales
    where  deal_id = ${id} order by id desc limit 1`.execute(ctx.db);
  const { technology = null, lineKbps = null } = rows[0] ?? {};
  return linesOf(ctx, { buildingId, technology, lineKbps });
}
