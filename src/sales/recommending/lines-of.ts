import type { Ctx } from '../../kernel/context.ts';
import { type CheckedLine, linesAt } from '../../network/index.ts';
import type { Technology } from '../../catalog/api.ts';
import { sql } from 'kysely';
import type { Line } from './offers.ts';

export type PricedLine = Line & {
  cost: CheckedLine['cost'];
  /** Its price goes by the metre. */
  isMetred: boolean;
};

/** Of a line that bears whatever is sold. */
const ANY_KBPS = 1e9;

/** A building, and the line there as an agent knows it, with the metres of cable to it. */
type Where = {
  buildingId: number | null;
  technology: Technology | null;
  lineKbps: number | null;
  metres: number | null;
};

/**
 * The ways to reach where the person lives: what is known of the building, else what the agent has
 * said; null where nobody knows.
 */
export async function linesOf(
  ctx: Ctx,
  { buildingId, technology, lineKbps, metres }: Where,
): Promise<PricedLine[] | null> {
  const there = buildingId === null ? null : await linesAt(ctx, buildingId, metres ?? undefined);
  const known = there?.lines ?? [];
  if (known.length > 0) {
    return known
      .filter(({ state }) => state !== 'planned')
      .map((line) => ({
        technology: line.technology,
        topSpeedKbps: line.speedKbps ?? ANY_KBPS,
        // Further than its terms reach nothing is laid.
        isStopped: line.state !== 'available' || line.cost?.totalMinor === null,
        cost: line.cost,
        isMetred: (line.terms?.metreMinor ?? 0) > 0,
      }));
  }
  if (technology === null || lineKbps === null) return null;
  const isStopped = there?.stops.some(({ level }) => level === 'stop') ?? false;
  return [{ technology, topSpeedKbps: lineKbps, isStopped, cost: null, isMetred: false }];
}

/** The same for a deal, with what was said of its line in its latest guided sale. */
export async function linesOfDeal(
  ctx: Ctx,
  { id, buildingId }: { id: number; buildingId: number | null },
): Promise<PricedLine[] | null> {
  // guided_sales_deal (deal_id, id)
  const { rows } = await sql<Omit<Where, 'buildingId'>>`
    select technology, line_kbps, metres from guided_sales
    where  deal_id = ${id} order by id desc limit 1`.execute(ctx.db);
  const unsaid = { technology: null, lineKbps: null, metres: null };
  return linesOf(ctx, { buildingId, ...(rows[0] ?? unsaid) });
}
