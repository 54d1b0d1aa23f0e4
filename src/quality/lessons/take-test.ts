import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { triesLeft } from './tries-left.ts';

type Route = (typeof lessonsApi)['POST /api/quality-assignments/{id}/attempts'];
type Row = {
  lessonId: number;
  isOver: boolean;
  version: number;
  passPercent: number;
  rights: number[];
};

/** Answers the test of one's own lesson: it is told how many were right, not which. */
export async function takeTest(
  ctx: Ctx,
  { id, version, answers }: z.output<Route['input']>,
): Promise<Result<z.input<Route['output']>>> {
  // quality_assignments_pkey, quality_lesson_versions_pkey (lesson_id, version)
  const { rows } = await sql<Row>`
    select s.lesson_id, coalesce(s.passed_at, s.cancelled_at) is not null as is_over, l.version,
           v.pass_percent,
           array(select (q.one -> 'right')::int
                 from   jsonb_array_elements(v.questions) with ordinality q (one, nth)
                 order  by q.nth) as rights
    from   quality_assignments s
    join   quality_lessons l on l.id = s.lesson_id
    join   quality_lesson_versions v on v.lesson_id = l.id and v.version = l.version
    where  s.id = ${id} and s.staff_id = ${me(ctx)} for update of s`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_assignment');
  if (row.isOver) return fail('quality.lesson_over');
  if (row.version !== version) return fail('quality.changed_meanwhile');
  if (answers.length !== row.rights.length) return fail('quality.unanswered');
  if ((await triesLeft(ctx, id)) <= 0) return fail('quality.tried_enough');
  const rightCount = row.rights.filter((right, at) => answers[at] === right).length;
  const isPassed = 100 * rightCount >= row.passPercent * answers.length;
  const takenAt = ctx.clock.now();
  const made = await ctx.db
    .insertInto('qualityAttempts')
    .values({ assignmentId: id, lessonVersion: version, answers, rightCount, isPassed, takenAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (isPassed) {
    await sql`update quality_assignments set passed_at = ${takenAt} where id = ${id}`.execute(
      ctx.db,
    );
  }
  await emit(ctx, {
    type: isPassed ? 'quality.lesson_passed' : 'quality.lesson_tried',
    subject: { kind: 'quality_assignment', id },
    facts: { lessonId: row.lessonId, staffId: me(ctx), rightCount },
  });
  return ok({ ...made, rightCount, questions: answers.length, isPassed });
}
