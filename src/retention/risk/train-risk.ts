import { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { defineJob, enqueue } from '../../kernel/jobs/jobs.ts';
import { gatherMonths } from './gather-months.ts';
import { everyFact } from './known-facts.ts';
import { learnBeside } from './learn-beside.ts';
import { scoreRisk } from './score-risk.ts';
import { loadRiskSettings } from './settings.ts';
import { loadBody, mayReplace, putInForce, storeVersion, versionInForce } from './store-version.ts';

/** Reading takes the first half of the way, learning the second. */
const READ = 50;
const LEARNING = 55;

/** The same base learns the same. */
const SEED = 1;

/** Learns anew from what is kept, and puts what was learnt in force if it may. */
export const trainRisk = defineJob({
  name: 'retention.train_risk',
  payload: z.object({ trainingId: z.number().int() }),
  keyOf: ({ trainingId }) => String(trainingId),
  expireSeconds: 4 * 3600,
  retryLimit: 1,
  run: async (ctx, { trainingId }) => {
    const isOurs = await note(ctx, trainingId, { state: 'running', step: 'reading' });
    // A worker that went down while learning leaves it to be ended, or nobody could learn again.
    if (!isOurs) return void (await end(ctx, trainingId, 'cancelled'));
    try {
      await learn(ctx, trainingId);
    } catch (error) {
      ctx.log.error({ err: error }, 'learning who leaves failed');
      await end(ctx, trainingId, 'failed', { trouble: 'broken' });
    }
  },
});

async function learn(ctx: Ctx, id: number): Promise<void> {
  const { gapDays } = await loadRiskSettings(ctx);
  const gathered = await gatherMonths(ctx, (done, of) =>
    note(ctx, id, { progress: Math.floor((READ * done) / of) }),
  );
  if (!gathered) return void (await end(ctx, id, 'cancelled'));
  await note(ctx, id, { step: 'learning', progress: LEARNING });
  const standingId = (await versionInForce(ctx))?.id ?? null;
  const standing = standingId === null ? null : await loadBody(ctx, standingId);
  const lesson = { gathered, facts: everyFact(), gapDays, seed: SEED, standing };
  const learnt = await learnBeside(lesson, async () => !(await note(ctx, id, {})));
  if (learnt === 'cancelled') return void (await end(ctx, id, 'cancelled'));
  if (!learnt) return void (await end(ctx, id, 'failed', { trouble: 'too_little_history' }));
  await inTransaction(ctx, async (tx) => {
    const versionId = await storeVersion(tx, learnt);
    if (!(await end(tx, id, 'done', { versionId }))) return;
    const { auc } = learnt.quality;
    if (await mayReplace(tx, { standingId, auc, gain: learnt.gain })) {
      await putInForce(tx, versionId, '');
      await enqueue(tx, scoreRisk, {});
    }
  });
}

/** @returns false where it was cancelled meanwhile, or has ended */
async function note(
  ctx: Ctx,
  id: number,
  change: { state?: string; step?: string; progress?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('riskTrainings')
    .set({ state: 'running', ...change })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .where('cancelAskedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function end(
  ctx: Ctx,
  id: number,
  state: 'done' | 'cancelled' | 'failed',
  more: { versionId?: number; trouble?: string } = {},
): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('riskTrainings')
    .set({ state, ...more, ...(state === 'done' && { progress: 100 }), endedAt: ctx.clock.now() })
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
