import { sql } from 'kysely';

/** What of an earning `e` has not been moved into another wallet. */
export const stillHere = sql<number>`(
  -- point_earnings_moved_from (moved_from_id)
  e.points - coalesce((select sum(c.points) from point_earnings c
                       where  c.moved_from_id = e.id), 0))::bigint`;
