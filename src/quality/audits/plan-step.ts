import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { auditsApi } from '../api/audits.ts';
import { lockAudit } from './lock-audit.ts';

type Input = z.output<(typeof auditsApi)['POST /api/quality-audits/{id}/steps']['input']>;

/** Plans what is to be done about a point, by whom and by when; also when the audit is over. */
export async function planStep(
  ctx: Ctx,
  { id, point, words, staffId, dueOn }: Input,
): Promise<Result<{ id: number }>> {
  const locked = await lockAudit(ctx, id);
  if (!locked.ok) return locked;
  if (!locked.value.points.includes(point)) return fail('quality.no_such_point');
  // staff_pkey
  const { rows } = await sql<{ isOver: boolean }>`
    select ${dueOn}::date < ${today(ctx)}::date as is_over
    from   staff where id = ${staffId} and disabled_at is null`.execute(ctx.db);
  const [person] = rows;
  if (!person) return fail('quality.no_such_person');
  if (person.isOver) return fail('quality.day_is_over', {}, { dueOn: 'quality.day_is_over' });
  const made = await ctx.db
    .insertInto('qualityAuditSteps')
    .values({ auditId: id, point, words, staffId, dueOn })
    .returning('id')
    .executeTakeFirstOrThrow();
  const subject = { kind: 'quality_audit', id };
  await emit(ctx, { type: 'quality.step_planned', subject, facts: { staffId, dueOn } });
  return ok(made);
}

/** Takes a step off the plan that is not done. */
export async function dropStep(ctx: Ctx, { id }: { id: number }): Promise<Result<{ id: number }>> {
  // quality_audit_steps_pkey
  const { rows } = await sql<{ id: number }>`
    delete from quality_audit_steps where id = ${id} and done_at is null returning id`.execute(
    ctx.db,
  );
  return rows[0] ? ok(rows[0]) : fail('quality.no_such_step');
}
