import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Stored } from '../record/values.ts';

/** When a ticket was closed, and whether later than it was promised. */
export type Closing = { closedAt: Date | null; isLate: boolean };

/** Of tickets that are done, how they came to be. */
export async function closingsOf(
  ctx: Ctx,
  tickets: readonly Stored[],
): Promise<Map<number, Closing>> {
  if (tickets.length === 0) return new Map();
  // ticket_clocks_ticket (ticket_id, id)
  const { rows } = await sql<{ id: number }>`
    select ticket_id as id from ticket_clocks
    where  ticket_id = any(${tickets.map(({ id }) => id)}::bigint[])
    and    kind = 'resolution' and met_at is not null
    and    spent_seconds > norm_seconds`.execute(ctx.db);
  const late = new Set(rows.map(({ id }) => id));
  return new Map(tickets.map(({ id, closedAt }) => [id, { closedAt, isLate: late.has(id) }]));
}
