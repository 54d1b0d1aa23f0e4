import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { earnPoints } from '../earning/earn-points.ts';
import { postDue } from '../earning/post-due.ts';
import { type EarningRule, rulesOn } from '../earning/rule-rows.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { countLevels } from './count-levels.ts';
import { afterEarning, beforeEarning, type Step } from './steps.ts';

/** What came late, or a worker that stood still, is made up for so far back. */
const LOOK_BACK_DAYS = 35;

const earned = (rule: EarningRule): Step => ({
  name: `rule ${rule.id} ${rule.version}`,
  run: (ctx, day) => earnPoints(ctx, rule, { from: daysAfter(day, -LOOK_BACK_DAYS), to: day }),
});

/**
 * Each night, once the day has begun: step by step, each in a transaction of its own that keeps
 * that it was done, so that one that was cut off goes on where it was, and twice does nothing.
 */
export const nightTick: Tick = {
  name: 'loyalty.night',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    const { begunOn } = await loadProgramme(ctx);
    const day = today(ctx);
    if (begunOn === null || begunOn > day) return;
    const earning = (await rulesOn(ctx)).map(earned);
    for (const step of [...beforeEarning, ...earning, ...afterEarning]) {
      if (signal.aborted) return;
      await once(ctx, day, step);
    }
    // What came due by hand during the day is posted at the next turn.
    while (!signal.aborted && (await inTransaction(ctx, postDue)) > 0);
    await once(ctx, day, { name: 'levels', run: countLevels });
  },
};

async function once(given: Ctx, night: string, { name, isMonthly, run }: Step): Promise<void> {
  const day = isMonthly ? `${night.slice(0, 7)}-01` : night;
  await inTransaction(given, async (ctx) => {
    // Whoever else has begun it is waited for, and it is found done.
    const begun = await ctx.db
      .insertInto('loyaltyRuns')
      .values({ day, step: name, doneAt: ctx.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('day')
      .executeTakeFirst();
    if (!begun) return;
    const rows = await run(ctx, night);
    await sql`
      update loyalty_runs set rows = ${rows} where day = ${day} and step = ${name}`.execute(ctx.db);
  });
}
