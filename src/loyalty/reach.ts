import type { Expression, SqlBool } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

/** Whose points may be seen and spent, and who may be looked at, on `subscribers s`, the root. */
export const reaches = (
  ctx: Ctx,
  permission: 'loyalty.work' | 'loyalty.check',
): Expression<SqlBool> => visibleTo(ctx, permission, { owner: 's.ownerStaffId', team: 's.teamId' });
