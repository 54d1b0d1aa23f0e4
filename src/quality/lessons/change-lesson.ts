import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { keepLessonVersion, lessonTaken, understand } from './keep-lesson.ts';

type Input = z.output<(typeof lessonsApi)['PUT /api/quality-lessons/{id}']['input']>;

/** Makes a new version of a lesson; what was tried stays tried by its own. */
export async function changeLesson(
  ctx: Ctx,
  { id, version, name, isArchived, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  // quality_lessons_pkey, quality_lessons_name_key
  const { rows } = await sql<{ version: number; isOthers: boolean }>`
    select version, exists (select from quality_lessons o
                            where  o.name = ${name} and o.id <> l.id) as is_others
    from   quality_lessons l where id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_lesson');
  if (row.version !== version) return fail('quality.changed_meanwhile');
  if (row.isOthers) return lessonTaken();
  const kept = await understand(ctx, fields);
  if (!kept.ok) return kept;
  const next = { id, version: version + 1 };
  await ctx.db
    .updateTable('qualityLessons')
    .set({
      name,
      items: fields.items,
      version: next.version,
      archivedAt: isArchived ? ctx.clock.now() : null,
    })
    .where('id', '=', id)
    .execute();
  await keepLessonVersion(ctx, next, kept.value);
  const subject = { kind: 'quality_lesson', id };
  await emit(ctx, { type: 'quality.lesson_changed', subject, facts: { lesson: name } });
  return ok(next);
}
