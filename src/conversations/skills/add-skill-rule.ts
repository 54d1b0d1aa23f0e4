import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { skillRulesApi } from '../api/skills.ts';
import { tellRule } from './tell-rule.ts';

type NewRule = z.output<(typeof skillRulesApi)['POST /api/skill-rules']['input']>;

/** More than anybody can keep in mind; all are looked at for every offer. */
const MOST_RULES = 200;

/** Lets some conversations ask for a skill, from the next offer on. */
export async function addSkillRule(ctx: Ctx, rule: NewRule): Promise<Result<{ id: number }>> {
  const words = rule.words === '' ? null : rule.words;
  const { skillId, channel, topic, labelId, language } = rule;
  if (!(channel ?? topic ?? labelId ?? language ?? words)) return fail('conversations.rule_empty');
  const refused = await refuse(ctx, rule);
  if (refused) return fail(refused);
  const { id } = await ctx.db
    .insertInto('skillRules')
    .values({ skillId, channel, topic, labelId, language, words, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tellRule(ctx, { added: { ...rule, id } });
  return ok({ id });
}

async function refuse(ctx: Ctx, { skillId, labelId }: NewRule): Promise<string | null> {
  const { rows } = await sql<{ isSkill: boolean; isLabel: boolean; count: number }>`
    select exists (select from skills where id = ${skillId}) as is_skill,
           ${labelId}::bigint is null
             or exists (select from labels where id = ${labelId}) as is_label,
           (select count(*) from skill_rules) as count`.execute(ctx.db);
  const [known] = rows;
  if (!known?.isSkill) return 'conversations.no_such_skill';
  if (!known.isLabel) return 'conversations.no_such_label';
  return known.count >= MOST_RULES ? 'conversations.too_many_rules' : null;
}
