import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { ImportState } from './api/shapes.ts';
import { isKeyMapped } from './check-mapping.ts';
import { dropStaged } from './drop-staged.ts';
import { type Import, loadImport } from './load-import.ts';
import { enqueueRun } from './run-import-job.ts';
import { startOf } from './start-of.ts';

type Started = Promise<Result<{ id: number }>>;

/** Reads the whole file and finds out what applying it would do; can be done again at any time. */
export async function startCheck(ctx: Ctx, { id }: { id: number }): Started {
  return start(ctx, id, ['uploaded', 'checked'], async (imported) => {
    if (!isKeyMapped(imported.mapping, imported.key)) return null;
    await dropStaged(ctx, id);
    return { state: 'staging', ...(await startOf(ctx, imported)) };
  });
}

export async function startApply(ctx: Ctx, { id }: { id: number }): Started {
  return start(ctx, id, ['checked'], () => Promise.resolve({ state: 'applying', doneThrough: 0 }));
}

/** Takes an applied import back; one that failed half-way through applying too. */
export async function startUndo(ctx: Ctx, { id }: { id: number }): Started {
  const isUndoable = (imported: Import): boolean =>
    imported.state === 'applied' ||
    (imported.state === 'failed' && ['applying', 'undoing'].includes(imported.failedIn ?? ''));
  return start(ctx, id, isUndoable, () => Promise.resolve({ state: 'undoing' }));
}

/** Goes on with the step in which it failed, from where that step was. */
export async function retryStep(ctx: Ctx, { id }: { id: number }): Started {
  return start(ctx, id, ['failed'], (imported) =>
    Promise.resolve({ state: imported.failedIn ?? 'staging' }),
  );
}

type Beginning = {
  state: ImportState;
  readOffset?: number;
  readRow?: number;
  doneThrough?: number;
};

async function start(
  ctx: Ctx,
  id: number,
  from: readonly ImportState[] | ((imported: Import) => boolean),
  prepare: (imported: Import) => Promise<Beginning | null>,
): Started {
  const imported = await loadImport(ctx, id, true);
  if (!imported) return fail('imports.not_found');
  const isFit = typeof from === 'function' ? from(imported) : from.includes(imported.state);
  if (!isFit) return fail('imports.wrong_state');
  const beginning = await prepare(imported);
  if (beginning === null) return fail('imports.key_not_mapped', { key: imported.key });
  await ctx.db
    .updateTable('imports')
    .set({
      ...beginning,
      failedIn: null,
      failure: null,
      attempts: 0,
      updatedAt: ctx.clock.now(),
    })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: `imports.${beginning.state}_started`,
    subject: { kind: 'import', id },
    facts: { staffId: staffIdOf(ctx.actor) },
  });
  await enqueueRun(ctx, id);
  return ok({ id });
}
