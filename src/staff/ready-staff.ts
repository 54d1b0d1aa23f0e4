import { type Ctx, reachOf } from '../kernel/context.ts';
import { grantsOf } from './grants.ts';
import { HERE_FOR_SECONDS } from './presence.ts';

export type ReadyStaff = {
  staffId: number;
  teamId: number | null;
  /** Most open requests offered to this person at once. */
  loadLimit: number;
  readySince: Date;
};

/**
 * People who are here and ready to be offered work, the longest ready first. Whether somebody is
 * under their load limit is for those to say who know the load.
 * @param permission only people who have it, whatever its reach
 */
export async function readyStaff(
  ctx: Ctx,
  { permission }: { permission: string },
): Promise<ReadyStaff[]> {
  const since = new Date(ctx.clock.now().getTime() - HERE_FOR_SECONDS * 1000);
  // presence_here
  const rows = await ctx.db
    .selectFrom('presence')
    .innerJoin('staff', 'staff.id', 'presence.staffId')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select(['staff.id as staffId', 'staff.name', 'staff.teamId', 'staff.loadLimit'])
    .select(['presence.stateSince as readySince', 'roles.code', 'roles.permissions'])
    .where('presence.isHere', '=', true)
    .where('presence.state', '=', 'ready')
    .where('presence.lastSeenAt', '>=', since)
    .where('staff.disabledAt', 'is', null)
    .orderBy('presence.stateSince')
    .orderBy('staff.id')
    .execute();
  return rows
    .filter((row) => reachOf({ kind: 'staff', ...row, permissions: grantsOf(row) }, permission))
    .map(({ staffId, teamId, loadLimit, readySince }) => ({
      staffId,
      teamId,
      loadLimit,
      readySince,
    }));
}
