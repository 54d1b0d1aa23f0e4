import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { startNorm } from '../../norms/index.ts';
import type { playTasksApi } from '../api/play-tasks.ts';
import { followOutcome } from './follow-outcome.ts';
import { lockOpenTask, writeTask } from './lock-task.ts';
import { playNorm } from './norm.ts';
import { callableFrom, loadPlaySettings } from './settings.ts';

type Route = (typeof playTasksApi)['POST /api/play-tasks/{id}/outcome'];
type Input = z.output<Route['input']>;

/** Whom nobody reaches in so many tries is left in peace. */
const MOST_TRIES = 3;
const DAY_MS = 86_400_000;

/** Says what came of a contact, and does what follows from it, at once and once. */
export async function finishTask(
  ctx: Ctx,
  input: Input,
): Promise<Result<z.input<Route['output']>>> {
  const { id, version, outcome, note } = input;
  const locked = await lockOpenTask(ctx, id, version);
  if (!locked.ok) return locked;
  const row = locked.value;
  const settings = await loadPlaySettings(ctx);
  const nothing = { caseId: null, dealId: null };
  if (outcome === 'unreached' && row.tries + 1 < MOST_TRIES) {
    const tomorrow = new Date(ctx.clock.now().getTime() + DAY_MS);
    const startsAt = callableFrom(ctx, settings, tomorrow);
    const { dueAt, normSeconds, calendar } = await startNorm(ctx, playNorm.kind, startsAt);
    const terms = { startsAt, dueAt, normSeconds, calendarId: calendar.id };
    const set = { ...terms, tries: row.tries + 1, ...(note === '' ? {} : { note }) };
    const told = { type: 'retention.play_task_tried', note } as const;
    return ok({ id, version: await writeTask(ctx, row, set, told), ...nothing });
  }
  const came = await followOutcome(ctx, row, input);
  if (!came.ok) return came;
  const { resultId, costMinor = 0 } = came.value;
  const set = {
    state: 'done',
    outcome,
    note,
    resultId,
    tries: row.tries + (outcome === 'unreached' ? 1 : 0),
    costMinor: settings.contactMinor + costMinor,
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
