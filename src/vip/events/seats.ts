import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** How many seats of a team are taken, with companions; a guest apart where one is named. */
export async function takenOf(ctx: Ctx, teamId: number, exceptGuestId = 0): Promise<number> {
  // vip_event_guests_team (team_id)
  const { rows } = await sql<{ taken: number }>`
    select coalesce(sum(1 + companions), 0)::int as taken from vip_event_guests
    where  team_id = ${teamId} and id <> ${exceptGuestId}`.execute(ctx.db);
  return rows[0]?.taken ?? 0;
}
