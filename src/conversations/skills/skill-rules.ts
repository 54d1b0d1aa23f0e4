import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type About, needsOf, type SkillRule } from './needs.ts';

/** The rules that hold now: those of skills that are in use. */
export async function loadSkillRules(ctx: Ctx): Promise<SkillRule[]> {
  const { rows } = await sql<SkillRule>`
    select r.skill_id, k.name as skill_name, r.channel, r.topic, r.language, r.words,
           coalesce(l.merged_into_id, l.id) as label_id
    from   skill_rules r
    join   skills k on k.id = r.skill_id and k.archived_at is null
    left   join labels l on l.id = r.label_id
    order  by r.id`.execute(ctx.db);
  return rows;
}

/** The skills that one conversation asks for by the rules of now. */
export const neededBy = async (ctx: Ctx, about: About): Promise<{ id: number; name: string }[]> =>
  needsOf(await loadSkillRules(ctx), about);
