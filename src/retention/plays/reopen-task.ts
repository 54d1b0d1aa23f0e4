import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockTask, writeTask } from './lock-task.ts';

/** Of these nothing has come elsewhere, so that they can be taken back here. */
const withoutTrace: readonly (string | null)[] = ['helped', 'declined', 'unreached'];

/** Takes back what was said of a contact; what went on elsewhere is taken back there. */
export async function reopenTask(
  ctx: Ctx,
  { id, version }: { id: number; version: number },
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockTask(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (row.state === 'open') return ok({ id, version });
  if (row.state !== 'done' || !withoutTrace.includes(row.outcome)) {
    return fail('retention.undo_there');
  }
  const set = { state: 'open', outcome: null, doneAt: null, doneBy: null };
  const told = { type: 'retention.play_task_reopened' } as const;
  return ok({ id, version: await writeTask(ctx, row, set, told) });
}
