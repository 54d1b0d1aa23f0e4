import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import type { ImportCounts, ImportState } from '../api/shapes.ts';
import type { Import } from '../load-import.ts';

/** What a step changes of its import. */
export type Progress = {
  state?: ImportState;
  readOffset?: number;
  readRow?: number;
  profiles?: Record<string, unknown>;
  rowCount?: number;
  errorCount?: number;
  warningCount?: number;
  doneThrough?: number;
  counts?: ImportCounts;
  appliedAt?: Date;
  undoneAt?: Date;
};

/** Screens are told of progress no more often than this. */
const TELL_EVERY_MS = 1_000;
const told = new Map<string, number>();

/**
 * Writes how far a step has come, in the transaction of what it did, and tells the screens: at once
 * when the state changes, else once a second.
 */
export async function saveProgress(
  ctx: Ctx,
  imported: Import,
  progress: Progress,
): Promise<Import> {
  const { profiles, counts, ...plain } = progress;
  await ctx.db
    .updateTable('imports')
    .set({
      ...plain,
      ...(profiles && { profiles: JSON.stringify(profiles) }),
      ...(counts && { counts: JSON.stringify(counts) }),
      attempts: 0,
      updatedAt: ctx.clock.now(),
    })
    .where('id', '=', imported.id)
    .execute();
  const next = { ...imported, ...progress, attempts: 0 };
  await tell(ctx, imported, next);
  return next;
}

async function tell(ctx: Ctx, before: Import, after: Import): Promise<void> {
  const key = `${ctx.operator.schema} ${after.id}`;
  const now = performance.now();
  const isDue = now - (told.get(key) ?? -TELL_EVERY_MS) >= TELL_EVERY_MS;
  if (before.state === after.state && !isDue) return;
  told.set(key, now);
  const { state, rowCount, doneThrough, errorCount, readOffset, sizeBytes } = after;
  await emit(ctx, {
    type: 'imports.progressed',
    subject: { kind: 'import', id: after.id },
    facts: { state, rowCount, doneThrough, errorCount, readOffset, sizeBytes },
  });
}
