import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** Lets just these have the skill; whoever does not work here any more is passed over. */
export async function giveSkill(
  ctx: Ctx,
  skillId: number,
  staffIds: readonly number[],
): Promise<{ givenTo: number[]; takenFrom: number[] }> {
  const taken = await sql<{ staffId: number }>`
    delete from staff_skills
    where  skill_id = ${skillId} and staff_id <> all (${staffIds}::bigint[])
    returning staff_id`.execute(ctx.db);
  const given = await sql<{ staffId: number }>`
    insert into staff_skills (staff_id, skill_id)
    select id, ${skillId} from staff
    where  id = any(${staffIds}::bigint[]) and disabled_at is null
    on conflict do nothing
    returning staff_id`.execute(ctx.db);
  return {
    givenTo: given.rows.map(({ staffId }) => staffId),
    takenFrom: taken.rows.map(({ staffId }) => staffId),
  };
}
