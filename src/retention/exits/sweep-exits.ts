import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isPassing } from '../../kernel/db/passing.ts';
import { inTransaction, onceMoreAfterDeadlock } from '../../kernel/db/transaction.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { today } from '../../subscribers/index.ts';
import { lockOpenCase } from '../cases/lock-case.ts';
import { type Late, tellOfCases } from '../cases/tell-late.ts';
import { finishExit } from './finish-exit.ts';

const BATCH = 100;
/** What could not be settled is tried again after so long: a person has to mend it first. */
const AGAIN_AFTER = '1 hour';

/**
 * Closes the accounts of exits whose last day is over; a crash leaves them due. One that cannot be
 * settled bars no other: it says why, to whoever leads as well, and is tried again.
 */
export const exitTick: Tick = {
  name: 'retention.exits',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    for (let after = 0; ;) {
      const due = await dueAfter(ctx, after);
      for (const caseId of due) {
        if (signal.aborted) return;
        await settle(ctx, caseId);
      }
      const last = due.at(-1);
      if (last === undefined || due.length < BATCH) return;
      after = last;
    }
  },
};

async function dueAfter(ctx: Ctx, after: number): Promise<number[]> {
  // case_exits_open (case_id) where closed_at is null, exit_accounts_pkey
  const { rows } = await sql<{ caseId: number }>`
    select x.case_id from case_exits x
    where  x.closed_at is null and x.case_id > ${after}
    and    (x.ends_on < ${today(ctx)} or exists (
             select from exit_accounts e
             where  e.case_id = x.case_id and e.final_minor is null
             and    e.ends_on < ${today(ctx)}))
    and    coalesce(x.failed_at <= ${ctx.clock.now()}::timestamptz - ${AGAIN_AFTER}::interval, true)
    order  by x.case_id limit ${BATCH}`.execute(ctx.db);
  return rows.map(({ caseId }) => caseId);
}

async function settle(ctx: Ctx, caseId: number): Promise<void> {
  try {
    const done = await onceMoreAfterDeadlock(() =>
      inTransaction(ctx, async (tx) => {
        const locked = await lockOpenCase(tx, caseId);
        return locked.ok ? finishExit(tx, locked.value) : locked;
      }),
    );
    if (!done.ok) await keepFailure(ctx, caseId, done.failure.code);
  } catch (error) {
    // What passes by itself is no fault of the exit: it stays due, and nobody is called.
    if (isPassing(error)) throw error;
    ctx.log.error({ caseId, error }, 'an exit could not be settled');
    await keepFailure(ctx, caseId, 'retention.exit_broken');
  }
}

async function keepFailure(outer: Ctx, caseId: number, failure: string): Promise<void> {
  outer.log.warn({ caseId, code: failure }, 'an exit waits');
  await inTransaction(outer, async (ctx) => {
    // case_exits_pkey, retention_cases_pkey
    const { rows } = await sql<Late & { isTold: boolean }>`
      update case_exits x set failure = ${failure}, failed_at = ${ctx.clock.now()}
      from   case_exits was join retention_cases c on c.id = was.case_id
      where  x.case_id = ${caseId} and x.closed_at is null and was.case_id = x.case_id
      returning c.id, c.subscriber_id, c.owner_staff_id, c.team_id,
                was.failure is not distinct from x.failure as is_told`.execute(ctx.db);
    const fresh = rows.filter(({ isTold }) => !isTold);
    await tellOfCases(ctx, 'retention.exit_stuck', fresh);
  });
}
