import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { skillRulesApi } from '../api/skills.ts';

type Listed = z.input<(typeof skillRulesApi)['GET /api/skill-rules']['output']>;

/** All rules, also those of skills that are archived. */
export async function listSkillRules(ctx: Ctx): Promise<Result<Listed>> {
  // staff_skills_skill (skill_id)
  const { rows } = await sql<Listed['rules'][number]>`
    select r.id, r.channel, r.topic, r.label_id, r.language, r.words, l.name as label_name,
           jsonb_build_object('id', k.id, 'name', k.name,
                              'isArchived', k.archived_at is not null) as skill,
           (select count(*) from staff_skills h join staff s on s.id = h.staff_id
            where  h.skill_id = k.id and s.disabled_at is null) as people_count
    from   skill_rules r
    join   skills k on k.id = r.skill_id
    left   join labels l on l.id = r.label_id
    order  by k.name_key, r.id`.execute(ctx.db);
  return ok({ rules: rows });
}
