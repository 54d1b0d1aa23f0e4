import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { moveTouched } from './move-touched.ts';
import { tellTouched } from './tell-touched.ts';
import { isTellingHour } from './telling-hours.ts';

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
    isGoing = isTellingHour(ctx);
    while (isGoing && !signal.aborted) isGoing = await inTransaction(ctx, tellTouched);
  },
};
