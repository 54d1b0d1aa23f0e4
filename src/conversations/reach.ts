import { type Expression, type SqlBool, sql } from 'kysely';
import { type Ctx, reachOf, staffIdOf } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

export type DeskPermission =
  | 'conversations.view'
  | 'conversations.work'
  | 'conversations.assign'
  | 'conversations.report';

/**
 * Whose conversations a permission reaches, as a condition on `conversations c`: one's own or one's
 * team's, and always those that are nobody's yet, for somebody has to take them.
 */
export function reaches(ctx: Ctx, permission: DeskPermission): Expression<SqlBool> {
  const own = visibleTo(ctx, permission, { owner: 'c.ownerStaffId', team: 'c.teamId' });
  if (!reachOf(ctx.actor, permission)) return own;
  const teamId = 'teamId' in ctx.actor ? ctx.actor.teamId : null;
  return sql<SqlBool>`(${own} or c.owner_staff_id is null
    and (c.team_id is null or c.team_id is not distinct from ${teamId}))`;
}

/** The one who acts; only people and their keys come as far as this. */
export function me(ctx: Ctx): number {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) throw new Error('nobody in person acts here');
  return staffId;
}
