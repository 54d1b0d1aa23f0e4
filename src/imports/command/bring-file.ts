import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import type { Result } from '../../kernel/result.ts';
import type { Import } from '../load-import.ts';
import { startApply, startCheck } from '../start-step.ts';
import { type Bringing, prepareFile } from './prepare-file.ts';
import { columnLines } from './column-lines.ts';
import { followImport, type Say } from './follow-import.ts';
import { type ErrorsPlace, tellCounts, writeErrors } from './tell-outcome.ts';

/**
 * Brings a file in from the terminal by the steps of the wizard: it is stored, its columns are
 * guessed, it is checked, and unless it is a dry run, applied.
 */
export async function bringFile(ctx: Ctx, input: Bringing, say: Say): Promise<Result<Import>> {
  const { t } = textsIn(ctx.language);
  const settled = await prepareFile(ctx, input);
  if (!settled.ok) return settled;
  const { id } = settled.value;
  say(t('imports:command.uploaded', { id, preset: settled.value.preset, key: settled.value.key }));
  for (const line of columnLines(ctx, settled.value)) say(line);
  const started = await inTransaction(ctx, (tx) => startCheck(tx, { id }));
  const checked = started.ok ? await followImport(ctx, id, say) : started;
  if (!checked.ok) return checked;
  if (input.isDryRun) {
    tellCounts(ctx, checked.value, say);
    await writeErrors(ctx, checked.value, input.errors, say);
    say(t('imports:command.dryRun', { id }));
    return checked;
  }
  return applyImport(ctx, id, input.errors, say);
}

/** Applies a checked import, tells what came of it, and how it is taken back. */
export async function applyImport(
  ctx: Ctx,
  id: number,
  errors: ErrorsPlace,
  say: Say,
): Promise<Result<Import>> {
  const started = await inTransaction(ctx, (tx) => startApply(tx, { id }));
  const applied = started.ok ? await followImport(ctx, id, say) : started;
  if (!applied.ok) return applied;
  tellCounts(ctx, applied.value, say);
  await writeErrors(ctx, applied.value, errors, say);
  say(textsIn(ctx.language).t('imports:command.applied', { id }));
  return applied;
}
