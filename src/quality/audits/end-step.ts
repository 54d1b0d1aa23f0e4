import { sql } from 'kysely';
import type { z } from 'zod';
import { me } from '../../conversations/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { auditsApi } from '../api/audits.ts';
import { stepsWithin } from './list-steps.ts';

type Input = z.output<(typeof auditsApi)['PUT /api/quality-audit-steps/{id}']['input']>;

/** Says that a step is done and how, or that it is not after all. */
export async function endStep(
  ctx: Ctx,
  { id, isDone, words }: Input,
): Promise<Result<{ id: number }>> {
  // quality_audit_steps_pkey, staff_pkey
  const { rows } = await sql<{ auditId: number; wasDone: boolean }>`
    select p.audit_id, p.done_at is not null as was_done
    from   quality_audit_steps p join staff w on w.id = p.staff_id
    where  p.id = ${id} and ${stepsWithin(ctx)} for update of p`.execute(ctx.db);
  const [step] = rows;
  if (!step) return fail('quality.no_such_step');
  if (step.wasDone === isDone) return ok({ id });
  const done = isDone
    ? { doneAt: ctx.clock.now(), doneBy: me(ctx), doneWords: words }
    : { doneAt: null, doneBy: null, doneWords: '' };
  await ctx.db.updateTable('qualityAuditSteps').set(done).where('id', '=', id).execute();
  await emit(ctx, {
    type: isDone ? 'quality.step_done' : 'quality.step_reopened',
    subject: { kind: 'quality_audit', id: step.auditId },
    facts: { step: id },
  });
  return ok({ id });
}
