import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

type Listed = {
  id: number;
  name: string;
  isArchived: boolean;
  people: { id: number; name: string }[];
};

/** All skills, those in use first, each with the people who work here and have it. */
export async function listSkills(ctx: Ctx): Promise<Listed[]> {
  // staff_skills_skill (skill_id)
  const { rows } = await sql<Listed>`
    select k.id, k.name, k.archived_at is not null as is_archived,
           coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name) order by s.name)
                    filter (where s.id is not null), '[]') as people
    from   skills k
    left   join staff_skills h on h.skill_id = k.id
    left   join staff s on s.id = h.staff_id and s.disabled_at is null
    group  by k.id
    order  by k.archived_at is not null, k.name_key`.execute(ctx.db);
  return rows;
}
