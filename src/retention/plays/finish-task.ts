import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { nextTry } from '../tasks/next-try.ts';
import { followOutcome } from './follow-outcome.ts';
import { lockOpenTask, writeTask } from './lock-task.ts';
import { playNorm } from './norm.ts';
import { loadPlaySettings } from './settings.ts';

type Route = (typeof playTasksApi)['POST /api/play-tasks/{id}/outcome'];
type Input = z.output<Route['input']>;

/** Says what came of a contact, and does what follows from it, at once and once. */
export async function finishTask(
  ctx: Ctx,
  input: Input,
): Promise<Result<z.input<Route['output']>>> {
  const { id, version, outcome, note } = input;
  const locked = await lockOpenTask(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const again = outcome === 'unreached' ? await nextTry(ctx, row, playNorm.kind) : null;
  if (again) {
    const set = { ...again, ...(note === '' ? {} : { note }) };
    const told = { type: 'retention.play_task_tried', note } as const;
    return ok({ id, version: await writeTask(ctx, row, set, told), caseId: null, dealId: null });
  }
  const came = await followOutcome(ctx, row, input);
  if (!came.ok) return came;
  const { resultId, costMinor = 0 } = came.value;
  const { contactMinor } = await loadPlaySettings(ctx);
  const set = {
    state: 'done',
    outcome,
    note,
    resultId,
    tries: row.tries + (outcome === 'unreached' ? 1 : 0),
    costMinor: contactMinor + costMinor,
    doneAt: ctx.clock.now(),
    doneBy: staffIdOf(ctx.actor),
  };
  const told = { type: 'retention.play_task_done', facts: { outcome }, note } as const;
  const next = await writeTask(ctx, row, set, told);
  return ok({
    id,
    version: next,
    caseId: outcome === 'leaves' ? resultId : null,
    dealId: outcome === 'returns' ? resultId : null,
  });
}
