import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, type Result } from '../../kernel/result.ts';
import { type Import, loadImport } from '../load-import.ts';
import { retryStep, startUndo } from '../start-step.ts';
import { applyImport } from './bring-file.ts';
import { followImport, type Say } from './follow-import.ts';
import { type ErrorsPlace, tellCounts } from './tell-outcome.ts';

/** Applies what a dry run has checked, or goes on with an import that was cut off. */
export async function goOnWith(
  ctx: Ctx,
  id: number,
  errors: ErrorsPlace,
  say: Say,
): Promise<Result<Import>> {
  const before = await loadImport(ctx, id);
  if (!before) return fail('imports.not_found');
  if (before.state === 'failed') {
    const retried = await inTransaction(ctx, (tx) => retryStep(tx, { id }));
    if (!retried.ok) return retried;
  }
  const now = await followImport(ctx, id, say);
  if (!now.ok || now.value.state === 'checked') {
    return now.ok ? applyImport(ctx, id, errors, say) : now;
  }
  tellCounts(ctx, now.value, say);
  return now;
}

/** Takes a whole import back and tells what was removed, restored and kept. */
export async function undoImport(ctx: Ctx, id: number, say: Say): Promise<Result<Import>> {
  const before = await loadImport(ctx, id);
  if (before?.state !== 'undoing') {
    const started = await inTransaction(ctx, (tx) => startUndo(tx, { id }));
    if (!started.ok) return started;
  }
  const undone = await followImport(ctx, id, say);
  if (undone.ok) tellCounts(ctx, undone.value, say);
  return undone;
}
