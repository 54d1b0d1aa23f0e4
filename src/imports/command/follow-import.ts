import { setTimeout as pause } from 'node:timers/promises';
import type { Ctx } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { type Import, loadImport, runningStates } from '../load-import.ts';
import { runImport } from '../steps/run-import.ts';

export type Say = (line: string) => void;

const TELL_EVERY_MS = 2_000;

/** Another process is at the import: how often it is asked how far it has come. */
const ASK_EVERY_MS = 500;

/**
 * Does what an import waits for, or waits while a server's worker does it, and tells how far it has
 * come.
 * @returns the import where a person must decide, or why it failed
 */
export async function followImport(ctx: Ctx, id: number, say: Say): Promise<Result<Import>> {
  const stop = new AbortController();
  const telling = tellProgress(ctx, id, say, stop.signal);
  try {
    for (;;) {
      const isOurs = await runImport(ctx, id);
      const imported = await loadImport(ctx, id);
      if (!imported) return fail('imports.not_found');
      if (imported.state === 'failed') {
        const { code, params } = imported.failure ?? { code: 'imports.gave_up', params: {} };
        return fail(code, params);
      }
      if (!runningStates.includes(imported.state)) return ok(imported);
      if (!isOurs) await pause(ASK_EVERY_MS);
    }
  } finally {
    stop.abort();
    await telling;
  }
}

async function tellProgress(ctx: Ctx, id: number, say: Say, signal: AbortSignal): Promise<void> {
  let before = '';
  for (;;) {
    const isOver = await pause(TELL_EVERY_MS, false, { signal }).catch(() => true);
    if (isOver) return;
    const imported = await loadImport(ctx, id);
    const line = imported ? progressLine(ctx, imported) : '';
    if (line !== before) say(line);
    before = line;
  }
}

function progressLine(ctx: Ctx, { state, rowCount, doneThrough, counts }: Import): string {
  const { t } = textsIn(ctx.language);
  const done = {
    applying: Math.max(0, doneThrough - 1),
    undoing: counts.removed + counts.restored + counts.kept,
  }[state as string];
  const rows = done === undefined ? String(rowCount) : `${done} / ${rowCount}`;
  return `${t(`imports:states.${state}`)}: ${rows}`;
}
