import { z } from 'zod';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { emit } from '../../kernel/events/journal.ts';
import { defineJob, enqueue } from '../../kernel/jobs/jobs.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { trainRisk } from './train-risk.ts';

/** Asks for learning anew, which a worker does; one at a time. */
export async function askForTraining(ctx: Ctx): Promise<Result<{ id: number }>> {
  const made = await ctx.db
    .insertInto('riskTrainings')
    .values({ askedAt: ctx.clock.now(), askedBy: staffIdOf(ctx.actor) })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('retention.training_on');
  await enqueue(ctx, trainRisk, { trainingId: made.id });
  await emit(ctx, {
    type: 'retention.risk_training_asked',
    subject: { kind: 'risk_training', id: made.id },
    facts: {},
  });
  return ok({ id: made.id });
}

/** Breaks learning off: what stands in force stays. */
export async function cancelTraining(
  ctx: Ctx,
  { id }: { id: number },
): Promise<Result<Record<string, never>>> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('riskTrainings')
    .set({ cancelAskedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return fail('retention.training_over');
  // One that no worker has taken up is over at once.
  await ctx.db
    .updateTable('riskTrainings')
    .set({ state: 'cancelled', endedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
  return ok({});
}

/** On the first night of each month. */
export const trainMonthly = defineJob({
  name: 'retention.train_monthly',
  payload: z.object({}),
  cron: '20 2 1 * *',
  run: async (ctx) => {
    await inTransaction(ctx, (tx) => askForTraining(tx));
  },
});
