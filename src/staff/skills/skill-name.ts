import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Fail, fail } from '../../kernel/result.ts';
import { foldText } from '../../kernel/search/fold-text.ts';

/** Whether another skill that is in use bears the name. */
export async function refuseName(ctx: Ctx, name: string, exceptId = 0): Promise<Fail | null> {
  // Two who name at once must not both get the name.
  await sql`lock table skills in share row exclusive mode`.execute(ctx.db);
  // skills_name
  const { rows } = await sql`
    select from skills
    where  name_key = ${foldText(name)} and archived_at is null and id <> ${exceptId}`.execute(
    ctx.db,
  );
  const code = 'staff.skill_name_taken';
  return rows.length === 0 ? null : fail(code, {}, { name: code });
}
