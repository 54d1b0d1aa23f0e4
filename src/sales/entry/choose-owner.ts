import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { canWork } from '../deals/can-work.ts';
import type { Stage } from '../deals/enter-stage.ts';
import type { Values } from '../deals/values.ts';

/** The values with the owner that a stage gives by load, where it does and there is somebody. */
export async function withOwnerOf<V extends Values>(ctx: Ctx, stage: Stage, values: V): Promise<V> {
  const action = stage.entry.find((one) => one.kind === 'owner');
  if (!action) return values;
  if (action.isOnlyNobodys && values.ownerStaffId !== null) return values;
  const found = await leastBusy(ctx, action.teamId);
  return found ? { ...values, ownerStaffId: found.id, teamId: found.teamId } : values;
}

type Found = { id: number; teamId: number | null };

/** Of those who may sell, whoever has the fewest open deals. */
async function leastBusy(ctx: Ctx, teamId: number | null): Promise<Found | undefined> {
  // deals_load (owner_staff_id) where state = 'open'
  const { rows } = await sql<Found>`
    select s.id, s.team_id
    from   staff s
    join   roles r on r.id = s.role_id
    cross  join lateral (
             select count(*) as open from deals d
             where  d.owner_staff_id = s.id and d.state = 'open') l
    where  s.disabled_at is null and ${canWork}
    and    (${teamId}::bigint is null or s.team_id = ${teamId})
    order  by l.open, s.id
    limit  1`.execute(ctx.db);
  return rows[0];
}
