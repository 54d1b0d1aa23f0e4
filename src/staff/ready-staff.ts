import { sql, type SqlBool } from 'kysely';
import { type Ctx, reachOf } from '../kernel/context.ts';
import { grantsOf } from './grants.ts';
import { HERE_FOR_SECONDS } from './presence.ts';
import { isLeftOver } from './shifts/on-shift.ts';

export type ReadyStaff = {
  staffId: number;
  teamId: number | null;
  /** Most open requests offered to this person at once. */
  loadLimit: number;
  readySince: Date;
};

/**
 * Whether the row `p` of presence is of somebody who is here and ready to be offered work; whoever
 * left a state ready at the end of their shift is not.
 */
export const isReady = (ctx: Ctx, isAfterCallToo = false) => {
  const states = isAfterCallToo ? ['ready', 'after_call'] : ['ready'];
  const since = new Date(ctx.clock.now().getTime() - HERE_FOR_SECONDS * 1000);
  return sql<SqlBool>`(p.is_here and p.state = any(${states}::text[]) and p.last_seen_at >= ${since}
    and not ${isLeftOver(ctx)})`;
};

/**
 * People who are here and ready to be offered work, the longest ready first. Whether somebody is
 * under their load limit is for those to say who know the load.
 * @param permission only people who have it, whatever its reach
 * @param isAfterCallToo also those who write down a call, and will be ready when they have
 */
export async function readyStaff(
  ctx: Ctx,
  { permission, isAfterCallToo = false }: { permission: string; isAfterCallToo?: boolean },
): Promise<ReadyStaff[]> {
  // presence_here
  const rows = await ctx.db
    .selectFrom('presence as p')
    .innerJoin('staff', 'staff.id', 'p.staffId')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select(['staff.id as staffId', 'staff.name', 'staff.teamId', 'staff.loadLimit'])
    .select(['p.stateSince as readySince', 'roles.code', 'roles.permissions'])
    .where(isReady(ctx, isAfterCallToo))
    .where('staff.disabledAt', 'is', null)
    .orderBy('p.stateSince')
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
