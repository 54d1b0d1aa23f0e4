import type { Expression, SqlBool } from 'kysely';
import { type Ctx, staffIdOf } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

export type TicketPermission = 'tickets.view' | 'tickets.work' | 'tickets.export';

/** Whose tickets a permission reaches, as a condition on `tickets t`. */
export function reaches(ctx: Ctx, permission: TicketPermission): Expression<SqlBool> {
  return visibleTo(ctx, permission, { owner: 't.ownerStaffId', team: 't.teamId' });
}

/** The one who acts; only people and their keys come as far as this. */
export function me(ctx: Ctx): number {
  const staffId = staffIdOf(ctx.actor);
  if (staffId === null) throw new Error('nobody in person acts here');
  return staffId;
}
