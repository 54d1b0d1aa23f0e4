import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { daysAfter, today } from '../../subscribers/index.ts';
import { earnPoints } from '../earning/earn-points.ts';
import { postDue } from '../earning/post-due.ts';
import { type EarningRule, rulesOn } from '../earning/rule-rows.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { afterEarning, atLast } from './after-earning.ts';
import { beforeEarning } from './before-earning.ts';
import type { Step } from './step.ts';

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
        await once(ctx, day, step, signal).catch((error: unknown) => failures.push(error));
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

async function once(given: Ctx, night: string, step: Step, signal: AbortSignal): Promise<void> {
  const { name, isMonthly, isApart, run } = step;
  const day = isMonthly ? `${night.slice(0, 7)}-01` : night;
  if (isApart) return doApart(given, { day, night, step, signal });
  await inTransaction(given, async (ctx) => {
    // Whoever else has begun it is waited for, and it is found done.
    const begun = await ctx.db
      .insertInto('loyaltyRuns')
      .values({ day, step: name, doneAt: ctx.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('day')
      .executeTakeFirst();
    if (!begun) return;
    const rows = await run(ctx, night, signal);
    await sql`
      update loyalty_runs set rows = ${rows} where day = ${day} and step = ${name}`.execute(ctx.db);
  });
}

type Apart = { day: string; night: string; step: Step; signal: AbortSignal };

/** That it was done is kept after it: what was cut off is done again. */
async function doApart(ctx: Ctx, { day, night, step, signal }: Apart): Promise<void> {
  // loyalty_runs_pkey
  const { rows: done } = await sql`
    select from loyalty_runs where day = ${day} and step = ${step.name}`.execute(ctx.db);
  if (done.length > 0) return;
  const rows = await step.run(ctx, night, signal);
  if (signal.aborted) return;
  await ctx.db
    .insertInto('loyaltyRuns')
    .values({ day, step: step.name, doneAt: ctx.clock.now(), rows })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
