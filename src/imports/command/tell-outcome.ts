import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { must } from '../../kernel/result.ts';
import { errorFile } from '../error-file.ts';
import { tallies } from '../api/tallies.ts';
import type { Import } from '../load-import.ts';
import type { Say } from './follow-import.ts';

const undoTallies = ['removed', 'restored', 'kept'] as const;

/** Where a command's files are put when nothing is said: the folder that it was called in. */
export type ErrorsPlace = { folder: string; path?: string | undefined };

/** Says what a step has counted, in the words of the screens. */
export function tellCounts(ctx: Ctx, imported: Import, say: Say): void {
  const { t } = textsIn(ctx.language);
  const { counts, rowCount, warningCount, errorCount } = imported;
  const tell = (name: string, count: number): void =>
    say(`  ${t(`imports:tallies.${name}`)}: ${count}`);
  if (imported.state === 'undone') {
    for (const name of undoTallies) tell(name, counts[name]);
    return;
  }
  tell('rows', rowCount);
  const told = tallies[imported.kind][imported.state === 'applied' ? 'result' : 'check'];
  for (const { name, of } of told) tell(name, counts[of]);
  tell('warnings', warningCount);
  tell('errors', errorCount);
}

/** Writes the rows with errors and warnings into a file, if there are any, and says where. */
export async function writeErrors(
  ctx: Ctx,
  imported: Import,
  { folder, path }: ErrorsPlace,
  say: Say,
): Promise<void> {
  if (imported.errorCount + imported.warningCount === 0) return;
  const { body, fileName } = must(await errorFile(ctx, { id: imported.id }));
  const file = path ?? join(folder, fileName ?? `import-${imported.id}-errors.csv`);
  await pipeline(body, createWriteStream(file));
  say(textsIn(ctx.language).t('imports:command.errorsIn', { file }));
}
