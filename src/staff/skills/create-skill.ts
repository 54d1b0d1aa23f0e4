import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { foldText } from '../../kernel/search/fold-text.ts';
import { giveSkill } from './give-skill.ts';
import { refuseName } from './skill-name.ts';

/** More than a supervisor can tell apart; they are read as a whole. */
const MOST_SKILLS = 200;

export async function createSkill(
  ctx: Ctx,
  { name, staffIds }: { name: string; staffIds: readonly number[] },
): Promise<Result<{ id: number }>> {
  const refused = await refuseName(ctx, name);
  if (refused) return refused;
  const { count } = await ctx.db
    .selectFrom('skills')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= MOST_SKILLS) return fail('staff.too_many_skills', { most: MOST_SKILLS });
  const { id } = await ctx.db
    .insertInto('skills')
    .values({ name, nameKey: foldText(name), createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const given = await giveSkill(ctx, id, staffIds);
  await emit(ctx, {
    type: 'staff.skill_created',
    subject: { kind: 'skill', id },
    facts: { name, ...given },
  });
  return ok({ id });
}
