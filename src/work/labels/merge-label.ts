import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { findLabel, refuseName } from './find-label.ts';

/**
 * A pointer and no move: what bore the label keeps it, and is shown and found under the other one.
 * Labels that were merged into it go along, so that no pointer leads to a pointer.
 */
export async function mergeLabel(
  ctx: Ctx,
  { id, intoId }: { id: number; intoId: number },
): Promise<Result<Done>> {
  // In the order of ids, so that two who merge crosswise wait for one another.
  const first = await findLabel(ctx, Math.min(id, intoId));
  if ('ok' in first) return first;
  const second = id === intoId ? first : await findLabel(ctx, Math.max(id, intoId));
  if ('ok' in second) return second;
  const [label, into] = first.id === id ? [first, second] : [second, first];
  if (id === intoId || label.mergedIntoId !== null || into.mergedIntoId !== null) {
    return fail('work.label_cannot_merge');
  }
  // labels_merged
  const { length: carried } = await ctx.db
    .updateTable('labels')
    .set({ mergedIntoId: intoId })
    .where((eb) => eb.or([eb('id', '=', id), eb('mergedIntoId', '=', id)]))
    .returning('id')
    .execute();
  await emit(ctx, {
    type: 'work.label_merged',
    subject: { kind: 'label', id },
    facts: { name: label.name, intoId, intoName: into.name, count: carried },
  });
  return ok({});
}

export async function unmergeLabel(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const label = await findLabel(ctx, id);
  if ('ok' in label) return label;
  if (label.mergedIntoId === null) return ok({});
  const refused = label.archivedAt === null ? await refuseName(ctx, label.name, id) : null;
  if (refused) return refused;
  await ctx.db.updateTable('labels').set({ mergedIntoId: null }).where('id', '=', id).execute();
  await emit(ctx, {
    type: 'work.label_unmerged',
    subject: { kind: 'label', id },
    facts: { name: label.name, fromId: label.mergedIntoId },
  });
  return ok({});
}
