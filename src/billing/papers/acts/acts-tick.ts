import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { Tick } from '../../../kernel/wiring.ts';
import { daysAfter, today } from '../../../subscribers/index.ts';
import { monthOf } from '../../charging/open-scope.ts';
import { loadSeller } from '../details/load-seller.ts';
import { openActRun, refuseActs } from './ask-for-acts.ts';
import { makeNextActs } from './make-acts-chunk.ts';

/** Goes on with the making of acts, and begins it by itself on the day that is set. */
export const actsTick: Tick = {
  name: 'billing.acts',
  everySeconds: 20,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    await startMonthly(ctx);
    let isGoing = true;
    while (isGoing && !signal.aborted) isGoing = await makeNextActs(ctx);
  },
};

async function startMonthly(given: Ctx): Promise<void> {
  await inTransaction(given, async (ctx) => {
    const { actsOnDay } = await loadSeller(ctx);
    const day = today(ctx);
    if (actsOnDay === null || Number(day.slice(8)) < actsOnDay) return;
    const month = monthOf(daysAfter(monthOf(day), -1));
    // act_runs_month (month, started_at desc)
    const { rows } = await sql`
      select from act_runs where month = ${month} limit 1`.execute(ctx.db);
    if (rows.length > 0 || (await refuseActs(ctx, month))) return;
    await openActRun(ctx, month);
  });
}
