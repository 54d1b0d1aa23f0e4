import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { lessonsApi } from '../api/lessons.ts';
import { reaches } from '../reach.ts';
import { effectOf } from './effect-of.ts';
import { assignmentColumns, assignmentSource } from './list-assignments.ts';
import { taughtBy } from './list-lessons.ts';
import { titlesOf } from './titles-of.ts';
import { triesLeft } from './tries-left.ts';

type Shown = z.output<(typeof lessonsApi)['GET /api/quality-assignments/{id}']['output']>;
type Row = Omit<Shown, 'items' | 'tried' | 'mayTry' | 'effect'> & { keys: string[] };

/** A lesson that was given, for whoever learns and whoever leads, without the right answers. */
export async function showAssignment(ctx: Ctx, { id }: { id: number }): Promise<Result<Shown>> {
  // quality_assignments_pkey, quality_lesson_versions_pkey (lesson_id, version)
  const { rows } = await sql<Row>`
    select ${assignmentColumns(ctx)}, l.items as keys, l.version, v.article, v.examples,
           v.pass_percent,
           (select jsonb_agg(q.one - 'right' order by q.nth)
            from   jsonb_array_elements(v.questions) with ordinality q (one, nth)) as questions
    from   ${assignmentSource}
    join   quality_lesson_versions v on v.lesson_id = l.id and v.version = l.version
    where  s.id = ${id} and ${reaches(ctx, 'quality.view', 's')}`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_assignment');
  const { keys, ...shown } = row;
  const isOver = (shown.passedAt ?? shown.cancelledAt) !== null;
  return ok({
    ...shown,
    items: taughtBy(keys, await titlesOf(ctx, keys)),
    tried: await triedIn(ctx, id),
    mayTry: shown.isMine && !isOver && (await triesLeft(ctx, id)) > 0,
    effect: await effectOf(ctx, sql`s.id = ${id}`),
  });
}

async function triedIn(ctx: Ctx, id: number): Promise<Shown['tried']> {
  // quality_attempts_assignment (assignment_id, id)
  const { rows } = await sql<Shown['tried'][number]>`
    select id, taken_at, right_count, cardinality(answers) as questions, is_passed
    from   quality_attempts where assignment_id = ${id} order by id limit 200`.execute(ctx.db);
  return rows;
}
