import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { foldText } from '../../kernel/search/fold-text.ts';
import { giveSkill } from './give-skill.ts';
import { refuseName } from './skill-name.ts';

type Change = {
  id: number;
  name?: string | undefined;
  staffIds?: readonly number[] | undefined;
  isArchived?: boolean | undefined;
};

/** Nothing asks for an archived skill; whoever has it keeps it for the day when it is back. */
export async function changeSkill(ctx: Ctx, input: Change): Promise<Result<Done>> {
  const skill = await ctx.db
    .selectFrom('skills')
    .select(['id', 'name', 'archivedAt'])
    .where('id', '=', input.id)
    .forUpdate()
    .executeTakeFirst();
  if (!skill) return fail('staff.skill_not_found');
  const name = input.name ?? skill.name;
  const isArchived = input.isArchived ?? skill.archivedAt !== null;
  const refused = isArchived ? null : await refuseName(ctx, name, skill.id);
  if (refused) return refused;
  const archivedAt = isArchived ? (skill.archivedAt ?? ctx.clock.now()) : null;
  await ctx.db
    .updateTable('skills')
    .set({ name, nameKey: foldText(name), archivedAt })
    .where('id', '=', skill.id)
    .execute();
  const given = input.staffIds ? await giveSkill(ctx, skill.id, input.staffIds) : {};
  await emit(ctx, {
    type: 'staff.skill_changed',
    subject: { kind: 'skill', id: skill.id },
    facts: { name, formerName: skill.name, isArchived, ...given },
  });
  return ok({});
}
