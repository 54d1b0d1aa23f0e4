import { type BulkCtx, inBulkTransaction } from '../../kernel/db/bulk.ts';
import type { Ctx } from '../../kernel/context.ts';
import { workOf } from '../kinds.ts';
import type { Import } from '../load-import.ts';
import type { UndoDone } from '../undo/take-back-changes.ts';
import { saveProgress } from './progress.ts';

/** Changes, subscribers or tickets undone in one transaction. */
const AT_ONCE = 2_000;

/**
 * Takes an import back, newest change first: money is reversed, changed rows get their former
 * values, what was made is removed. What people have worked with since stays, and is listed. Each
 * part is a transaction of its own, so that a killed undo goes on where it was.
 */
export async function undo(ctx: Ctx, imported: Import): Promise<void> {
  const { undoParts, removeLeftovers } = workOf[imported.kind];
  let current = imported;
  for (const part of undoParts) current = await undoAll(ctx, current, part);
  await inBulkTransaction(ctx, async (bulk) => {
    await removeLeftovers(bulk, current);
    await saveProgress(bulk, current, { state: 'undone', undoneAt: ctx.clock.now() });
  });
}

async function undoAll(
  ctx: Ctx,
  imported: Import,
  part: (ctx: BulkCtx, imported: Import, limit: number) => Promise<UndoDone>,
): Promise<Import> {
  const { counts } = imported;
  const { done, next } = await inBulkTransaction(ctx, async (bulk) => {
    const undone = await part(bulk, imported, AT_ONCE);
    const progress = {
      counts: {
        ...counts,
        removed: counts.removed + undone.removed,
        restored: counts.restored + undone.restored,
        kept: counts.kept + undone.kept,
      },
    };
    return { done: undone, next: await saveProgress(bulk, imported, progress) };
  });
  return done.count === 0 ? next : undoAll(ctx, next, part);
}
