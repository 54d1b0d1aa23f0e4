import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Who tries again and again finds the answers without the lesson. */
const MOST_DAILY = 3;

/** How often the test of a lesson that was given may still be tried within a day. */
export async function triesLeft(ctx: Ctx, assignmentId: number): Promise<number> {
  const since = new Date(ctx.clock.now().getTime() - 86_400_000);
  // quality_attempts_assignment (assignment_id, id)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from quality_attempts
    where  assignment_id = ${assignmentId} and taken_at > ${since}`.execute(ctx.db);
  return MOST_DAILY - (rows[0]?.count ?? 0);
}
