import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type Worker = { teamId: number | null; name: string };

/** Somebody of the staff who works on cases; of others a case would be hidden from who does. */
export async function findWorker(ctx: Ctx, staffId: number): Promise<Worker | null> {
  // staff_pkey, roles_pkey
  const { rows } = await sql<Worker>`
    select s.team_id, s.name from staff s join roles r on r.id = s.role_id
    where  s.id = ${staffId} and s.disabled_at is null
    and    (r.code is not distinct from 'administrator' or r.permissions ? 'retention.work')`.execute(
    ctx.db,
  );
  return rows[0] ?? null;
}
