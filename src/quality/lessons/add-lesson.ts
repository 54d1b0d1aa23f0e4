import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { keepLessonVersion, lessonTaken, understand } from './keep-lesson.ts';

type Input = z.output<(typeof lessonsApi)['POST /api/quality-lessons']['input']>;

/** Adds a lesson in its first version. */
export async function addLesson(
  ctx: Ctx,
  { name, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const kept = await understand(ctx, fields);
  if (!kept.ok) return kept;
  const made = await ctx.db
    .insertInto('qualityLessons')
    .values({ name, items: fields.items })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning(['id', 'version'])
    .executeTakeFirst();
  if (!made) return lessonTaken();
  await keepLessonVersion(ctx, made, kept.value);
  const subject = { kind: 'quality_lesson', id: made.id };
  await emit(ctx, { type: 'quality.lesson_added', subject, facts: { lesson: name } });
  return ok(made);
}
