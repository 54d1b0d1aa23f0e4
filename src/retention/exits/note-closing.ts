import type { AccountClosing } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { lockOpenOf } from '../cases/lock-case.ts';
import { openCase } from '../cases/open-case.ts';
import { writeCase } from '../cases/write-case.ts';
import { findExit } from './find-exit.ts';

/**
 * Keeps what an account of an exit was settled with, whoever closes it. Whose last account is
 * closed leaves a case behind, also where nobody spoke with them: it counts as let go without a
 * word. An exit closes its own.
 */
export const noteClosing: AccountClosing = async (ctx: Ctx, closing) => {
  const { accountId, subscriberId, isLast, feeMinor, balanceMinor } = closing;
  await ctx.db
    .updateTable('exitAccounts')
    .set({ takenMinor: feeMinor, finalMinor: balanceMinor })
    .where('accountId', '=', accountId)
    .where('finalMinor', 'is', null)
    .execute();
  if (!isLast) return;
  const standing = await lockOpenOf(ctx, subscriberId);
  if (standing && (await findExit(ctx, standing.id))) return;
  const heardAt = ctx.clock.now();
  if (!standing) await openCase(ctx, { subscriberId, source: 'closing', heardAt });
  const row = standing ?? (await lockOpenOf(ctx, subscriberId));
  if (!row) return;
  const left = {
    state: 'closed' as const,
    outcome: 'left' as const,
    leftOn: today(ctx),
    closedAt: heardAt,
    closedBy: staffIdOf(ctx.actor),
    callAt: null,
  };
  await writeCase(ctx, row, left, { type: 'retention.case_closed', facts: { outcome: 'left' } });
};
