import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { dropStaleTasks } from './drop-stale-tasks.ts';
import { playsOn } from './play-rows.ts';
import { runPlay } from './run-play.ts';

/** Lets plays act on what has happened since they were switched on. */
export const playTick: Tick = {
  name: 'retention.plays',
  everySeconds: 300,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    await inTransaction(ctx, dropStaleTasks);
    for (const play of await playsOn(ctx)) {
      if (signal.aborted) return;
      await inTransaction(ctx, (tx) => runPlay(tx, play));
    }
  },
};
