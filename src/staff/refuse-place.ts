import type { Ctx } from '../kernel/context.ts';
import { isWithinReach } from '../kernel/db/visible-to.ts';
import { type Fail, fail } from '../kernel/result.ts';
import { refuseRole } from './refuse-grant.ts';

/**
 * Checks a role and a team that somebody is to get: both exist, the role permits no more than the
 * actor may, and the team is one in which the actor manages people.
 */
export async function refusePlace(
  ctx: Ctx,
  place: { roleId: number; teamId: number | null },
): Promise<Fail | null> {
  const role = await ctx.db
    .selectFrom('roles')
    .select(['code', 'permissions'])
    .where('id', '=', place.roleId)
    .executeTakeFirst();
  if (!role) return fail('staff.role_not_found', {}, { roleId: 'staff.role_not_found' });
  if (place.teamId !== null) {
    const team = await ctx.db
      .selectFrom('teams')
      .select('id')
      .where('id', '=', place.teamId)
      .where('archivedAt', 'is', null)
      .executeTakeFirst();
    if (!team) return fail('staff.team_not_found', {}, { teamId: 'staff.team_not_found' });
  }
  if (!isWithinReach(ctx.actor, 'staff.manage', { teamId: place.teamId })) {
    return fail('staff.out_of_reach', {}, { teamId: 'staff.out_of_reach' });
  }
  return refuseRole(ctx, role);
}
