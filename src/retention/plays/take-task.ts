import { type Ctx, staffIdOf, teamIdOf } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { lockOpenTask, writeTask } from './lock-task.ts';

type Input = { id: number; version: number; isMine: boolean };

/** Takes a contact upon oneself, so that nobody calls twice, or lets it go to whoever is free. */
export async function takeTask(
  ctx: Ctx,
  { id, version, isMine }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenTask(ctx, id, version);
  if (!locked.ok) return locked;
  const ownerStaffId = isMine ? staffIdOf(ctx.actor) : null;
  const teamId = isMine ? teamIdOf(ctx.actor) : null;
  const told = { type: 'retention.play_task_taken', facts: { staffId: ownerStaffId } } as const;
  return ok({ id, version: await writeTask(ctx, locked.value, { ownerStaffId, teamId }, told) });
}
