import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { refuseVeiled } from '../../subscribers/index.ts';
import type { careListsApi } from '../api/care-lists.ts';
import { nextTry } from '../tasks/next-try.ts';
import { lockTask, type StoredTask, writeTask } from './lock-task.ts';
import { careNorm } from './open-tasks.ts';

type Input = z.output<(typeof careListsApi)['PUT /api/care-tasks/{id}']['input']>;

/**
 * Writes down what a task has come to. Where nobody answered it is due again the next day, until it
 * was tried often enough. No outcome: what was written is taken back.
 */
export async function finishTask(
  ctx: Ctx,
  { id, version, outcome, note }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockTask(ctx, id, version);
  if (!locked.ok) return locked;
  const task = locked.value;
  if (task.state === 'dropped') return fail('retention.task_done');
  if ((task.state === 'done') === (outcome !== null)) return fail('retention.changed_meanwhile');
  if (outcome === null && task.isOver) return fail('retention.list_over');
  const veiled = await refuseVeiled(ctx, [task.rootId]);
  if (veiled) return veiled;
  const type = outcome === null ? 'retention.care_reopened' : 'retention.care_done';
  const set = await changeOf(ctx, task, outcome, note);
  return ok({ id, version: await writeTask(ctx, task, set, { type, facts: { outcome }, note }) });
}

async function changeOf(ctx: Ctx, task: StoredTask, outcome: Input['outcome'], note: string) {
  const { incentiveMinor, contactMinor, spentMinor, tries } = task;
  if (outcome === null) {
    const back = { outcome: null, doneAt: null, doneBy: null, note: '' };
    return { ...back, state: 'open' as const, spentMinor: tries * contactMinor };
  }
  const again = outcome === 'unreached' ? await nextTry(ctx, task, careNorm.kind) : null;
  const spent = { spentMinor: spentMinor + contactMinor, note };
  if (again) {
    const { startsAt, dueAt } = again;
    return { ...spent, state: 'open' as const, tries: again.tries, startsAt, dueAt };
  }
  const isTaken = outcome === 'taken';
  return {
    ...spent,
    ...(isTaken && { spentMinor: spent.spentMinor + incentiveMinor }),
    ...(outcome === 'unreached' && { tries: tries + 1 }),
    state: 'done' as const,
    outcome,
    doneAt: ctx.clock.now(),
    doneBy: staffIdOf(ctx.actor),
  };
}
