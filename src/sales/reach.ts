import type { Expression, SqlBool } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

export type SalesPermission = 'sales.work' | 'sales.export';

/** Whose deals a permission reaches, as a condition on `deals d`. */
export function reaches(ctx: Ctx, permission: SalesPermission): Expression<SqlBool> {
  return visibleTo(ctx, permission, { owner: 'd.ownerStaffId', team: 'd.teamId' });
}
