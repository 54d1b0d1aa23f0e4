import { type Ctx, reachOf, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import { unknownVariable } from './template-variables.ts';

export type TemplateInput = {
  name: string;
  text: string;
  language: 'ru' | 'en';
  isShared: boolean;
};

/** More of one person's own than can be chosen from. */
const MOST_OWN = 300;

export async function createTemplate(
  ctx: Ctx,
  input: TemplateInput,
): Promise<Result<{ id: number }>> {
  const refused = refuseTemplate(ctx, input, input.isShared);
  if (refused) return refused;
  const staffId = staffIdOf(ctx.actor) ?? 0;
  // templates_staff
  const { count } = await ctx.db
    .selectFrom('templates')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('staffId', '=', staffId)
    .executeTakeFirstOrThrow();
  if (count >= MOST_OWN) return fail('work.too_many_templates', { most: MOST_OWN });
  const now = ctx.clock.now();
  const { id } = await ctx.db
    .insertInto('templates')
    .values({ ...input, staffId, createdAt: now, updatedAt: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'work.template_created',
    subject: { kind: 'template', id },
    facts: { isShared: input.isShared },
  });
  return ok({ id });
}

/** A variable that nobody fills would be told to the subscriber as it stands. */
export function refuseTemplate(ctx: Ctx, { text }: TemplateInput, isShown: boolean): Fail | null {
  if (isShown && !reachOf(ctx.actor, 'work.share_templates')) {
    return fail('work.template_not_shareable');
  }
  const unknown = unknownVariable(text);
  if (unknown === undefined) return null;
  const code = 'work.unknown_variable';
  return fail(code, { name: unknown }, { text: code });
}
