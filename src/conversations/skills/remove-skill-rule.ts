import type { Ctx } from '../../kernel/context.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { tellRule } from './tell-rule.ts';

export async function removeSkillRule(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const removed = await ctx.db
    .deleteFrom('skillRules')
    .where('id', '=', id)
    .returning(['skillId', 'channel', 'topic', 'labelId', 'language', 'words'])
    .executeTakeFirst();
  if (!removed) return fail('conversations.rule_not_found');
  await tellRule(ctx, { removed });
  return ok({});
}
