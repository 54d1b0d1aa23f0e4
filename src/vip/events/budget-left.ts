import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { StoredEvent } from './lock-event.ts';

/** What an event `e` has cost: costs that stand, and prizes that were handed over. */
export const spentOf = sql`(
  -- vip_event_costs_event (event_id), vip_event_guests_event_id_subscriber_id_key
  coalesce((select sum(c.amount_minor) from vip_event_costs c
            where  c.event_id = e.id and c.state = 'stands'), 0)
  + coalesce((select sum(g.prize_minor) from vip_event_guests g
              where  g.event_id = e.id), 0))::bigint`;

/** What is left of the budget of an event that is locked; below nothing where it was exceeded. */
export async function budgetLeft(ctx: Ctx, { id, budgetMinor }: StoredEvent): Promise<number> {
  const { rows } = await sql<{ spentMinor: number }>`
    select ${spentOf} as spent_minor from vip_events e where e.id = ${id}`.execute(ctx.db);
  return budgetMinor - (rows[0]?.spentMinor ?? 0);
}
