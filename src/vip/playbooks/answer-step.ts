import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { type At, close, lockRun } from './lock-run.ts';

/** Says what came of a step: the walk goes on by the answer, or ends. */
export async function answerStep(
  ctx: Ctx,
  { answer, note, ...at }: At & { answer: number; note: string },
): Promise<Result<At>> {
  const locked = await lockRun(ctx, at);
  if (!locked.ok) return locked;
  const run = locked.value;
  const chosen = run.steps[run.step]?.answers[answer];
  if (!chosen) return fail('vip.no_such_answer');
  await ctx.db
    .insertInto('vipPlaybookDeeds')
    .values({
      runId: run.id,
      step: run.step,
      answer,
      note,
      doneBy: staffIdOf(ctx.actor),
      doneAt: ctx.clock.now(),
    })
    .execute();
  if (chosen.next === null) return close(ctx, run, chosen.outcome ?? 'solved');
  const version = run.version + 1;
  const dueOn = daysAfter(today(ctx), run.steps[chosen.next]?.days ?? 0);
  await ctx.db
    .updateTable('vipPlaybookRuns')
    .set({ step: chosen.next, dueOn, version })
    .where('id', '=', run.id)
    .execute();
  await emit(ctx, {
    type: 'vip.playbook_stepped',
    subject: { kind: 'vip_client', id: run.rootId },
    subscriberId: run.rootId,
    facts: { playbook: run.playbook },
  });
  return ok({ id: run.id, version });
}
