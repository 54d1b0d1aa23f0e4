import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockTask, writeTask } from './lock-task.ts';

type Input = { id: number; version: number; isMine: boolean };

/** Takes a task upon oneself, so that nobody calls twice, or lets it go to whoever is free. */
export async function takeTask(
  ctx: Ctx,
  { id, version, isMine }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockTask(ctx, id, version);
  if (!locked.ok) return locked;
  if (locked.value.state !== 'open') return fail('retention.task_done');
  const ownerStaffId = isMine ? staffIdOf(ctx.actor) : null;
  const told = { type: 'retention.care_taken', facts: { staffId: ownerStaffId } } as const;
  return ok({ id, version: await writeTask(ctx, locked.value, { ownerStaffId }, told) });
}
