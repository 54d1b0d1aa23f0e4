import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { foldText } from '../../kernel/search/fold-text.ts';
import { refuseName } from './find-label.ts';
import type { LabelColor } from './label.ts';

/** More than a person can tell apart; they are read as a whole. */
const MOST_LABELS = 500;

export async function createLabel(
  ctx: Ctx,
  { name, color }: { name: string; color: LabelColor },
): Promise<Result<{ id: number }>> {
  const refused = await refuseName(ctx, name);
  if (refused) return refused;
  const { count } = await ctx.db
    .selectFrom('labels')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (count >= MOST_LABELS) return fail('work.too_many_labels', { most: MOST_LABELS });
  const { id } = await ctx.db
    .insertInto('labels')
    .values({ name, nameKey: foldText(name), color, createdAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  await emit(ctx, {
    type: 'work.label_created',
    subject: { kind: 'label', id },
    facts: { name, color },
  });
  return ok({ id });
}
