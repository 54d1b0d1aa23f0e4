import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { earnPoints } from '../earning/earn-points.ts';
import { postDue } from '../earning/post-due.ts';
import { type EarningRule, rulesOn } from '../earning/rule-rows.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { atLast } from './last-steps.ts';
import type { Step } from './step.ts';
import { afterEarning, beforeEarning } from './steps.ts';

/** What came late, or a worker that stood still, is made up for so far back. */
const LOOK_BACK_DAYS = 35;

const earned = (rule: EarningRule): Step => ({
  name: `rule ${rule.id} ${rule.version}`,
  run: (ctx, day) => earnPoints(ctx, rule, { from: daysAfter(day, -LOOK_BACK_DAYS), to: day }),
});

/**
 * Each night, once the day has begun: step by step, each in a transaction of its own that keeps
 * that it was done, so that one that was cut off goes on where it was, and twice does nothing. One
 * that fails stops no other, and is tried again in the next turn.
 */
export const nightTick: Tick = {
  name: 'loyalty.night',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    const { begunOn } = await loadProgramme(ctx);
    const day = today(ctx);
    const isOn = begunOn !== null && begunOn <= day;
    if (!isOn && !(await isAnybodyIn(ctx))) return;
    const earning = isOn ? [...beforeEarning, ...(await rulesOn(ctx)).map(earned)] : [];
    const failures: unknown[] = [];
    const go = async (steps: readonly Step[]): Promise<void> => {
      for (const step of steps) {
        if (signal.aborted) return;
        await once(ctx, day, step).catch((error: unknown) => failures.push(error));
      }
    };
    await go([...earning, ...afterEarning]);
    // What came due by hand during the day is posted at the next turn.
    while (!signal.aborted && (await inTransaction(ctx, postDue)) > 0);
    if (isOn) await go(atLast);
    if (failures.length > 0) throw new AggregateError(failures, 'steps of the night failed');
  },
};

/** Whether there is anybody whose points are kept. */
async function isAnybodyIn(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`select from loyalty_members limit 1`.execute(ctx.db);
  return rows.length > 0;
}

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
