import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { reaches } from '../reach.ts';

/** Takes a lesson back that was not passed. */
export async function cancelAssignment(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<{ id: number }>> {
  // quality_assignments_pkey
  const { rows } = await sql<{ staffId: number; isOver: boolean }>`
    select s.staff_id, coalesce(s.passed_at, s.cancelled_at) is not null as is_over
    from   quality_assignments s
    where  s.id = ${id} and ${reaches(ctx, 'quality.review', 's')} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('quality.no_such_assignment');
  if (row.isOver) return fail('quality.lesson_over');
  await sql`
    update quality_assignments set cancelled_at = ${ctx.clock.now()} where id = ${id}`.execute(
    ctx.db,
  );
  await emit(ctx, {
    type: 'quality.lesson_cancelled',
    subject: { kind: 'quality_assignment', id },
    facts: { staffId: row.staffId },
  });
  return ok({ id });
}
