import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { lastNight } from '../night/last-night.ts';
import { sendDue } from './send-due.ts';

/** Reports that are due leave one after another; none before anything was counted. */
export const scheduleTick: Tick = {
  name: 'reports.schedules',
  everySeconds: 30,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    if (!(await lastNight(ctx))) return;
    while (!signal.aborted && (await inTransaction(ctx, sendDue)));
  },
};
