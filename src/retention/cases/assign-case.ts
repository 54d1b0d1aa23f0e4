import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { lockOpenCase } from './lock-case.ts';
import { writeCase } from './write-case.ts';

type Input = { id: number; version: number; ownerStaffId: number | null };
type Worker = { teamId: number | null; name: string };

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

async function findWorker(ctx: Ctx, staffId: number): Promise<Worker | undefined> {
  // staff_pkey, roles_pkey
  const { rows } = await sql<Worker>`
    select s.team_id, s.name from staff s join roles r on r.id = s.role_id
    where  s.id = ${staffId} and s.disabled_at is null
    and    (r.code is not distinct from 'administrator' or r.permissions ? 'retention.work')`.execute(
    ctx.db,
  );
  return rows[0];
}
