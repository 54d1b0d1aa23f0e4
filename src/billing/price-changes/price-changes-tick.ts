import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { moveTouched } from './move-touched.ts';
import { TELLING_HOURS } from './refuse-late.ts';
import { tellTouched } from './tell-touched.ts';

/**
 * Tells whom announced changes of price touch, by day, and moves them when the day has come; both
 * in chunks of which each is a transaction of its own, so that what was cut off goes on.
 */
export const priceChangesTick: Tick = {
  name: 'billing.price_changes',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    let isGoing = true;
    while (isGoing && !signal.aborted) isGoing = await inTransaction(ctx, moveTouched);
    isGoing = await isDaytime(ctx);
    while (isGoing && !signal.aborted) isGoing = await inTransaction(ctx, tellTouched);
  },
};

async function isDaytime(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{ isDay: boolean }>`
    select ${ctx.clock.now()}::timestamptz at time zone ${ctx.operator.timeZone}
             between ${today(ctx)}::date + ${TELLING_HOURS.from} * interval '1 hour'
             and     ${today(ctx)}::date + ${TELLING_HOURS.to} * interval '1 hour' as is_day`.execute(
    ctx.db,
  );
  return rows[0]?.isDay ?? false;
}
