import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { reaches } from '../reach.ts';
import { titlesOf } from './titles-of.ts';

type Listed = z.input<(typeof lessonsApi)['GET /api/quality-lessons']['output']>;
type Row = Omit<Listed['lessons'][number], 'items'> & { items: string[] };

/** Every lesson as it stands now, those put away last. */
export async function listLessons(ctx: Ctx): Promise<Result<Listed>> {
  // quality_lesson_versions_pkey (lesson_id, version); an operator has some dozens of lessons, and
  // some of them for each who works there
  const { rows } = await sql<Row>`
    select l.id, l.version, l.name, l.items, jsonb_array_length(v.questions) as questions,
           v.pass_percent, l.archived_at is not null as is_archived,
           coalesce(n.assigned, 0) as assigned, coalesce(n.passed, 0) as passed
    from   quality_lessons l
    join   quality_lesson_versions v on v.lesson_id = l.id and v.version = l.version
    left   join (select s.lesson_id, count(*)::int as assigned, count(s.passed_at)::int as passed
                 from   quality_assignments s
                 where  s.cancelled_at is null and ${reaches(ctx, 'quality.view', 's')}
                 group  by s.lesson_id) n on n.lesson_id = l.id
    order  by l.archived_at is not null, l.name limit 500`.execute(ctx.db);
  const titles = await titlesOf(
    ctx,
    rows.flatMap(({ items }) => items),
  );
  return ok({
    lessons: rows.map((row) => ({ ...row, items: taughtBy(row.items, titles) })),
  });
}

export const taughtBy = (items: readonly string[], titles: ReadonlyMap<string, string>) =>
  items.map((key) => ({ key, title: titles.get(key) ?? key }));
