import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * The last day on which nothing is posted any more.
 * @returns `YYYY-MM-DD`; null while no period was closed
 */
export async function closedThrough(ctx: Ctx): Promise<string | null> {
  // ledger_closings_closed_through_key (closed_through)
  const { rows } = await sql<{ closedThrough: string | null }>`
    select max(closed_through) as closed_through from ledger_closings`.execute(ctx.db);
  return rows[0]?.closedThrough ?? null;
}

/**
 * The day on which something of that day is to be posted: itself, or the first open day after it.
 * What comes late stands on an open day, and keeps its own in its facts.
 */
export async function openDay(ctx: Ctx, on: string): Promise<string> {
  const closed = await closedThrough(ctx);
  if (closed === null || on > closed) return on;
  const next = new Date(`${closed}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}
