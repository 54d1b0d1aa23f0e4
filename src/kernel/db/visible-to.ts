import { type Expression, type SqlBool, sql } from 'kysely';
import { type Actor, type Ctx, reachOf, staffIdOf, teamIdOf } from '../context.ts';

/** Columns that row access goes by. */
export type RowColumns =
  | { owner?: string; team?: string; isNobodysSeen?: undefined }
  | { owner: string; team: string; isNobodysSeen: true; nobodysIf?: Expression<SqlBool> };

/**
 * Whose rows the actor may see or touch under a permission, as a condition for WHERE. Lists, opened
 * rows, search, exports and webhooks all use it, so that none of them shows more than another.
 * @param columns the row's columns, written as in Kysely: `tickets.ownerStaffId`; where
 *   `isNobodysSeen`, what is nobody's and of no other team is seen too: somebody has to take it;
 *   `nobodysIf` says of which rows that is so
 */
export function visibleTo(
  ctx: Ctx,
  permission: string,
  { isNobodysSeen, ...columns }: RowColumns,
): Expression<SqlBool> {
  const reach = reachOf(ctx.actor, permission);
  if (reach === 'all') return sql<SqlBool>`true`;
  if (!reach) return sql<SqlBool>`false`;
  const staffId = staffIdOf(ctx.actor);
  const teamId = teamIdOf(ctx.actor);
  const isOwn = columns.owner
    ? sql<SqlBool>`${sql.ref(columns.owner)} = ${staffId}`
    : sql<SqlBool>`false`;
  const isTeams = reach === 'team' && columns.team && teamId !== null;
  const seen = isTeams
    ? sql<SqlBool>`(${isOwn} or ${sql.ref(columns.team ?? '')} = ${teamId})`
    : isOwn;
  if (!isNobodysSeen) return seen;
  const isToTake = ('nobodysIf' in columns && columns.nobodysIf) || sql<SqlBool>`true`;
  const [owner, team] = [sql.ref(columns.owner ?? ''), sql.ref(columns.team ?? '')];
  return sql<SqlBool>`(${seen} or ${owner} is null and ${isToTake}
    and (${team} is null or ${team} is not distinct from ${teamId}))`;
}

/** The same question about one row that is already at hand. */
export function isWithinReach(
  actor: Actor,
  permission: string,
  row: { ownerStaffId?: number | null; teamId?: number | null },
): boolean {
  const reach = reachOf(actor, permission);
  if (reach === 'all') return true;
  if (!reach || !('staffId' in actor)) return false;
  if (row.ownerStaffId === actor.staffId) return true;
  return reach === 'team' && actor.teamId !== null && row.teamId === actor.teamId;
}
