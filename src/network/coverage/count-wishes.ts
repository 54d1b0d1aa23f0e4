import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** How many asked in a year for a line at a house that could not have one. */
export async function countWishes(ctx: Ctx, buildingId: number): Promise<number> {
  // coverage_wishes_building (building_id, created_at)
  const { rows } = await sql<{ count: number }>`
    select count(*) from coverage_wishes
    where  building_id = ${buildingId}
    and    created_at > ${ctx.clock.now()}::timestamptz - interval '1 year'`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}
