import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { me } from '../../conversations/index.ts';
import { makeCursor, placeAfter } from '../../kernel/api/cursor.ts';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { reaches } from '../reach.ts';

type Route = (typeof lessonsApi)['GET /api/quality-assignments'];
type Listed = z.input<Route['output']>;

/** What a `quality_assignments s` of `quality_lessons l` shows. */
// quality_attempts_assignment (assignment_id, id)
export const assignmentColumns = (ctx: Ctx): RawBuilder<unknown> => sql`
  s.id, jsonb_build_object('id', l.id, 'name', l.name) as lesson,
  jsonb_build_object('id', m.id, 'name', m.name) as staff, g.name as assigned_by, s.assigned_at,
  s.due_on, s.passed_at, s.cancelled_at, s.staff_id = ${me(ctx)} as is_mine,
  (select count(*)::int from quality_attempts t where t.assignment_id = s.id) as attempts`;

export const assignmentSource = sql`
  quality_assignments s
  join quality_lessons l on l.id = s.lesson_id
  join staff m on m.id = s.staff_id
  join staff g on g.id = s.assigned_by`;

/** Lessons that people in reach were given, the newest first. */
export async function listAssignments(
  ctx: Ctx,
  { cursor, limit, isOpen }: z.output<Route['input']>,
): Promise<Result<Listed>> {
  const after = placeAfter(cursor, z.tuple([z.int()]));
  if (!after.ok) return after;
  const isAfter = after.value ? sql`s.id < ${after.value[0]}` : sql`true`;
  const isAsked =
    isOpen === 'true' ? sql`s.passed_at is null and s.cancelled_at is null` : sql`true`;
  // quality_assignments_pkey, quality_assignments_staff (staff_id, id desc)
  const { rows } = await sql<Listed['assignments'][number] & { id: number }>`
    select ${assignmentColumns(ctx)} from ${assignmentSource}
    where  ${reaches(ctx, 'quality.view', 's')} and ${isAsked} and ${isAfter}
    order  by s.id desc limit ${limit + 1}`.execute(ctx.db);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return ok({ assignments: shown, nextCursor: last ? makeCursor([last.id]) : null });
}
