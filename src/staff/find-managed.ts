import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';
import { type Fail, fail } from '../kernel/result.ts';
import { refuseRole } from './refuse-grant.ts';

export type FoundStaff = {
  id: number;
  authUserId: number | null;
  name: string;
  email: string;
  roleId: number;
  teamId: number | null;
  loadLimit: number;
  disabledAt: Date | null;
  code: string | null;
  permissions: unknown;
};

/**
 * Finds and locks a person whom the actor may manage: within the reach of `staff.manage`, and
 * permitted no more than the actor.
 */
export async function findManaged(ctx: Ctx, id: number): Promise<FoundStaff | Fail> {
  const person = await ctx.db
    .selectFrom('staff')
    .innerJoin('roles', 'roles.id', 'staff.roleId')
    .select(['staff.id', 'staff.authUserId', 'staff.name', 'staff.email', 'staff.roleId'])
    .select(['staff.teamId', 'staff.loadLimit', 'staff.disabledAt'])
    .select(['roles.code', 'roles.permissions'])
    .where('staff.id', '=', id)
    .where(visibleTo(ctx, 'staff.manage', { owner: 'staff.id', team: 'staff.teamId' }))
    .forUpdate('staff')
    .executeTakeFirst();
  if (!person) return fail('staff.not_found');
  return refuseRole(ctx, person) ?? person;
}
