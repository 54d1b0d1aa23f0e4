import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { foldText } from '../../kernel/search/fold-text.ts';
import { findLabel, refuseName } from './find-label.ts';
import type { LabelColor } from './label.ts';

type Change = {
  id: number;
  name?: string | undefined;
  color?: LabelColor | undefined;
  isArchived?: boolean | undefined;
};

/** What bears an archived label keeps it; it is only offered no more. */
export async function changeLabel(ctx: Ctx, input: Change): Promise<Result<Done>> {
  const label = await findLabel(ctx, input.id);
  if ('ok' in label) return label;
  const isArchived = input.isArchived ?? label.archivedAt !== null;
  const after = { name: input.name ?? label.name, color: input.color ?? label.color };
  if (!isArchived && label.mergedIntoId === null) {
    const refused = await refuseName(ctx, after.name, label.id);
    if (refused) return refused;
  }
  await ctx.db
    .updateTable('labels')
    .set({
      ...after,
      nameKey: foldText(after.name),
      archivedAt: isArchived ? (label.archivedAt ?? ctx.clock.now()) : null,
    })
    .where('id', '=', label.id)
    .execute();
  await emit(ctx, {
    type: 'work.label_changed',
    subject: { kind: 'label', id: label.id },
    facts: { ...after, formerName: label.name, isArchived },
  });
  return ok({});
}
