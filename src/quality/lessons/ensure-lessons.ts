import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { firstLessons } from './first-lessons.ts';
import { keepLessonVersion } from './keep-lesson.ts';

/** Gives an operator who has no lesson those that are of use everywhere. */
export async function ensureLessons(outer: Ctx): Promise<void> {
  await inTransaction(outer, async (ctx) => {
    const { rows } = await sql`select from quality_lessons limit 1`.execute(ctx.db);
    if (rows.length > 0) return;
    for (const { name, items, ...kept } of firstLessons(ctx.operator.language)) {
      const made = await ctx.db
        .insertInto('qualityLessons')
        .values({ name, items })
        .returning(['id', 'version'])
        .executeTakeFirstOrThrow();
      await keepLessonVersion(ctx, made, kept);
    }
  });
}
