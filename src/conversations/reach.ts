import type { Expression, SqlBool } from 'kysely';
import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

export type DeskPermission =
  | 'conversations.view'
  | 'conversations.work'
  | 'conversations.assign'
  | 'conversations.let_through'
  | 'conversations.listen'
  | 'conversations.report';

/**
 * Whose conversations a permission reaches, as a condition on `conversations c`, or on another row
 * that has their owner and team: one's own or one's team's, and always those that are nobody's yet,
 * for somebody has to take them.
 */
export function reaches(ctx: Ctx, permission: DeskPermission, row = 'c'): Expression<SqlBool> {
  return visibleTo(ctx, permission, {
    owner: `${row}.ownerStaffId`,
    team: `${row}.teamId`,
    isNobodysSeen: true,
  });
}

/** The one who acts; only people and their keys come as far as this. */
export function me(ctx: Ctx): number {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) throw new Error('nobody in person acts here');
  return staffId;
}

/** Which of `conversations c` the actor may see: for later domains that point at them. */
export const conversationsWithin = (ctx: Ctx): Expression<SqlBool> =>
  reaches(ctx, 'conversations.view');
