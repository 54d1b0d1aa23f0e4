import { sql } from 'kysely';
import { closeAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Tick } from '../../kernel/wiring.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { today } from '../../subscribers/index.ts';
import { lockOpenCase, type StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { withRights } from '../with-rights.ts';
import { accountsOfCase } from './accounts-of-case.ts';
import { findExit } from './find-exit.ts';

const BATCH = 100;

/** Closes the accounts of exits whose day has come; a crash leaves them due. */
export const exitTick: Tick = {
  name: 'retention.exits',
  everySeconds: 60,
  isOwnTransactions: true,
  run: async (ctx, signal) => {
    // case_exits_due (ends_on) where closed_at is null
    const { rows } = await sql<{ caseId: number }>`
      select case_id from case_exits where closed_at is null and ends_on <= ${today(ctx)}
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

/**
 * Settles an exit: each account is closed through billing, which charges what leaving costs and
 * gives back what was paid ahead; then the case is closed as left.
 */
export async function finishExit(
  ctx: Ctx,
  row: StoredCase,
): Promise<Result<{ id: number; version: number }>> {
  const { id } = row;
  const exit = await findExit(ctx, id);
  if (!exit || exit.closedAt) return ok({ id, version: row.version });
  const { leavingFee, number } = exit;
  const { t } = textsIn(ctx.operator.language);
  const words = exit.words || t('retention:exit.closingWords', { number });
  const helper = withRights(ctx, ['billing.adjust']);
  let finalMinor = 0;
  for (const account of await accountsOfCase(ctx, id)) {
    const closed = await closeAccount(helper, { id: account.id, words, leavingFee });
    if (!closed.ok) return closed;
    finalMinor += closed.value.balanceMinor;
  }
  const now = ctx.clock.now();
  await ctx.db
    .updateTable('caseExits')
    .set({ closedAt: now, finalMinor })
    .where('caseId', '=', id)
    .execute();
  const left = {
    state: 'closed' as const,
    outcome: 'left' as const,
    leftOn: today(ctx),
    closedAt: now,
    closedBy: staffIdOf(ctx.actor),
    callAt: null,
  };
  const facts = { outcome: 'left', exit: number, finalMinor };
  const told = { type: 'retention.case_closed', facts } as const;
  return ok({ id, version: await writeCase(ctx, row, left, told) });
}
