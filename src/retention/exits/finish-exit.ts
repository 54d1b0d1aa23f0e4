import { closeAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { textsIn } from '../../kernel/i18n/texts.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { StoredCase } from '../cases/lock-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { withRights } from '../with-rights.ts';
import { accountsOfCase } from './accounts-of-case.ts';
import { findExit } from './find-exit.ts';

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
