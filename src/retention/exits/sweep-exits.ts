import { sql } from 'kysely';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { finishExit } from './finish-exit.ts';

const BATCH = 100;

/** Closes the accounts of exits whose last day is over; a crash leaves them due. */
export const exitTick: Tick = {
  name: 'retention.exits',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    // case_exits_due (ends_on) where closed_at is null
    const { rows } = await sql<{ caseId: number }>`
      select case_id from case_exits where closed_at is null and ends_on < ${today(ctx)}
      order  by ends_on, case_id limit ${BATCH}`.execute(ctx.db);
    for (const { caseId } of rows) {
      if (signal.aborted) return;
      const done = await inTransaction(ctx, async (tx) => {
        const locked = await lockOpenCase(tx, caseId);
        return locked.ok ? finishExit(tx, locked.value) : locked;
      });
      if (!done.ok) ctx.log.warn({ caseId, code: done.failure.code }, 'an exit waits');
    }
  },
};
