import type { Ctx } from '../../kernel/context.ts';
import { withLocalPath } from '../../kernel/files/with-local-path.ts';
import { BrokenFile } from '../reading/broken-file.ts';
import { fileSource } from '../reading/file-source.ts';
import type { ImportState } from '../api/shapes.ts';
import { type Import, loadImport, runningStates } from '../load-import.ts';
import { apply } from './apply.ts';
import { check } from './check.ts';
import { failImport } from './fail-import.ts';
import { lockImport } from './import-lock.ts';
import { stage } from './stage.ts';
import { undo } from './undo.ts';

/** A step begun so often without getting any further is given up. */
const MAX_ATTEMPTS = 5;

const steps: Partial<Record<ImportState, (ctx: Ctx, imported: Import) => Promise<void>>> = {
  staging: stageFile,
  checking: check,
  applying: apply,
  undoing: undo,
};

/**
 * Does what an import waits for, up to where a person must decide. Only one runner is at an import:
 * it holds a lock that ends with its connection, so that after a kill the next one may go on at
 * once.
 * @returns false when somebody else is at it
 */
export async function runImport(ctx: Ctx, importId: number): Promise<boolean> {
  const client = await ctx.pool.connect();
  try {
    if (!(await lockImport(client, ctx, importId))) return false;
    try {
      await runSteps(ctx, importId);
    } finally {
      await client.query('select pg_advisory_unlock_all()');
    }
    return true;
  } finally {
    client.release();
  }
}

async function runSteps(ctx: Ctx, importId: number): Promise<void> {
  for (;;) {
    const imported = await loadImport(ctx, importId);
    if (!imported || !runningStates.includes(imported.state)) return;
    if (imported.attempts >= MAX_ATTEMPTS) {
      await failImport(ctx, imported, { code: 'imports.gave_up', params: {} });
      return;
    }
    await ctx.db
      .updateTable('imports')
      .set({ attempts: imported.attempts + 1 })
      .where('id', '=', importId)
      .execute();
    await runStep(ctx, imported);
  }
}

/** A file that is broken fails its import; anything else is tried again. */
async function runStep(ctx: Ctx, imported: Import): Promise<void> {
  try {
    await steps[imported.state]?.(ctx, imported);
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    await failImport(ctx, imported, { code: error.code, params: error.params });
  }
}

async function stageFile(ctx: Ctx, imported: Import): Promise<void> {
  const found = await withLocalPath(ctx, imported.fileId, async (path) => {
    await stage(ctx, imported, await fileSource(path));
    return true;
  });
  if (!found) throw new BrokenFile('file_gone');
}
