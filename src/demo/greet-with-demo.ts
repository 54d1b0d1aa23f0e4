import type { Ctx } from '../kernel/context.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { enqueue } from '../kernel/jobs/jobs.ts';
import type { Installation } from '../kernel/runtime/installation.ts';
import { askForTraining, scoreRisk } from '../retention/index.ts';
import { makeDemo } from './make-demo.ts';

/**
 * On the first run makes the demo of the size that the settings name (0: none) in the default
 * operator's empty base; goes on with one that a crash cut off. A base with people in it is left
 * alone.
 */
export async function greetWithDemo(installation: Installation): Promise<void> {
  const size = installation.config.BEREG_DEMO_SUBSCRIBERS;
  const [operator] = installation.operators;
  if (!operator || size === 0) return;
  const ctx = installation.systemCtx(operator, 'demo');
  if (!(await isWanted(ctx))) return;
  process.stdout.write(`  Making a demo operator of ${size} subscribers…\n`);
  const done = await makeDemo(ctx, { subscribers: size });
  process.stdout.write(`  Made: ${done.rows} rows in ${Math.ceil(done.seconds)} s.\n`);
  // Who may leave is told by night; of a new base it is told at once, and learnt from it.
  await inTransaction(ctx, async (tx) => {
    await enqueue(tx, scoreRisk, {});
    await askForTraining(tx);
  });
}

async function isWanted(ctx: Ctx): Promise<boolean> {
  const run = await ctx.db.selectFrom('demoRuns').select('finishedAt').executeTakeFirst();
  if (run) return run.finishedAt === null;
  const somebody = await ctx.db.selectFrom('subscribers').select('id').limit(1).executeTakeFirst();
  return !somebody;
}
