import type { Expression, SqlBool } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';

/** Whose tasks one works on, by the subscribers `r` they are about; nobody's are everybody's. */
export const taskReach = (ctx: Ctx): Expression<SqlBool> =>
  visibleTo(ctx, 'retention.work', {
    owner: 'r.ownerStaffId',
    team: 'r.teamId',
    isNobodysSeen: true,
  });
