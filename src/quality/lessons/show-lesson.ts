import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { effectOf } from './effect-of.ts';

type Lesson = z.input<(typeof lessonsApi)['GET /api/quality-lessons/{id}']['output']>;

/** A lesson as whoever writes it sees it, and what came of it with all who passed. */
export async function showLesson(ctx: Ctx, { id }: { id: number }): Promise<Result<Lesson>> {
  // quality_lessons_pkey, quality_lesson_versions_pkey (lesson_id, version)
  const { rows } = await sql<Omit<Lesson, 'effect'>>`
    select l.id, l.version, l.name, l.items, l.archived_at is not null as is_archived,
           v.article, v.examples, v.questions, v.pass_percent
    from   quality_lessons l
    join   quality_lesson_versions v on v.lesson_id = l.id and v.version = l.version
    where  l.id = ${id}`.execute(ctx.db);
  const [lesson] = rows;
  if (!lesson) return fail('quality.no_such_lesson');
  return ok({ ...lesson, effect: await effectOf(ctx, sql`s.lesson_id = ${id}`) });
}
