import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Whether deals of a script begin by chance now. */
export async function isExperimentOn(ctx: Ctx, scriptId: number): Promise<boolean> {
  // script_experiments_on
  const { rows } = await sql`
    select from script_experiments where script_id = ${scriptId} and ended_at is null`.execute(
    ctx.db,
  );
  return rows.length > 0;
}
