import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { visibleTo } from '../../kernel/db/visible-to.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { lessonsApi } from '../api/lessons.ts';

type Input = z.output<(typeof lessonsApi)['POST /api/quality-assignments']['input']>;

/** Gives somebody whose contacts one judges a lesson; anybody may take one of their own accord. */
export async function assignLesson(
  ctx: Ctx,
  { lessonId, staffId, dueOn }: Input,
): Promise<Result<{ id: number }>> {
  // quality_lessons_pkey
  const { rows: lessons } = await sql`
    select from quality_lessons where id = ${lessonId} and archived_at is null for share`.execute(
    ctx.db,
  );
  if (lessons.length === 0) return fail('quality.no_such_lesson');
  const within = visibleTo(ctx, 'quality.review', { owner: 's.id', team: 's.teamId' });
  // staff_pkey
  const { rows } = await sql<{ teamId: number | null; isOver: boolean }>`
    select s.team_id, coalesce(${dueOn}::date < ${today(ctx)}::date, false) as is_over
    from   staff s
    where  s.id = ${staffId} and s.disabled_at is null
    and   (s.id = ${me(ctx)} or ${within})`.execute(ctx.db);
  const [learner] = rows;
  if (!learner) return fail('quality.no_such_learner');
  if (learner.isOver) return fail('quality.day_is_over', {}, { dueOn: 'quality.day_is_over' });
  // quality_assignments_open (staff_id, lesson_id) where passed_at is null and cancelled_at is null
  const made = await ctx.db
    .insertInto('qualityAssignments')
    .values({
      lessonId,
      staffId,
      teamId: learner.teamId,
      assignedBy: me(ctx),
      assignedAt: ctx.clock.now(),
      dueOn,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['staffId', 'lessonId'])
        .where('passedAt', 'is', null)
        .where('cancelledAt', 'is', null)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('quality.given_already');
  await emit(ctx, {
    type: 'quality.lesson_assigned',
    subject: { kind: 'quality_assignment', id: made.id },
    facts: { lessonId, staffId },
  });
  return ok(made);
}
