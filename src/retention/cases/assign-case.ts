import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { findWorker } from './find-worker.ts';
import { lockOpenCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

type Input = { id: number; version: number; ownerStaffId: number | null };

/** Takes a case, gives it to a colleague who works on them, or lets it go to whoever is free. */
export async function assignCase(
  ctx: Ctx,
  { id, version, ownerStaffId }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const locked = await lockOpenCase(ctx, id, version);
  if (!locked.ok) return locked;
  const worker = ownerStaffId === null ? null : await findWorker(ctx, ownerStaffId);
  if (ownerStaffId !== null && !worker) return fail('retention.cannot_work');
  const set = { ownerStaffId, teamId: worker ? worker.teamId : locked.value.teamId };
  const facts = { staffId: ownerStaffId, name: worker?.name ?? null };
  const next = await writeCase(ctx, locked.value, set, { type: 'retention.case_assigned', facts });
  return ok({ id, version: next });
}
