import type { Expression, SqlBool } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

export type CasePermission = 'retention.work' | 'retention.export';

/** What is nobody's yet is everybody's who works on them: a wish to leave waits for no division. */
export const access = { owner: 'c.ownerStaffId', team: 'c.teamId', isNobodysSeen: true } as const;

/**
 * Whose cases a permission reaches, as a condition on `retention_cases c`, or on another row that
 * has their owner and team.
 */
export const reaches = (ctx: Ctx, permission: CasePermission, row = 'c'): Expression<SqlBool> =>
  visibleTo(ctx, permission, {
    owner: `${row}.ownerStaffId`,
    team: `${row}.teamId`,
    isNobodysSeen: true,
  });

/** Whose risk of leaving may be seen, as a condition on `subscribers s`. */
export const reachesRisk = (ctx: Ctx): Expression<SqlBool> =>
  visibleTo(ctx, 'retention.risk', { owner: 's.ownerStaffId', team: 's.teamId' });
