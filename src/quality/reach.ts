import { type Expression, type SqlBool, sql } from 'kysely';
import { me } from '../conversations/index.ts';
import type { Ctx } from '../kernel/context.ts';
import { visibleTo } from '../kernel/db/visible-to.ts';

/** Whose contacts a permission reaches: of a row that has `staff_id` and `team_id`. */
export const reaches = (
  ctx: Ctx,
  permission: 'quality.view' | 'quality.review',
  row: string,
): Expression<SqlBool> =>
  visibleTo(ctx, permission, { owner: `${row}.staffId`, team: `${row}.teamId` });

/**
 * Which `quality_reviews r` the actor may read: finished ones in reach, and those that the actor
 * judges. Nobody sees a score of theirs while it is still being made.
 */
export const readable = (ctx: Ctx): Expression<SqlBool> => sql<SqlBool>`
  (r.reviewer_id = ${me(ctx)}
   or r.finished_at is not null and ${reaches(ctx, 'quality.view', 'r')})`;
