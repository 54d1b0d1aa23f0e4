import { sql } from 'kysely';
import { endDiscount, takeBackForPoints, unsubscribe } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { openDay, reverseTransaction } from '../../ledger/index.ts';
import { withRights } from '../../kernel/with-rights.ts';
import { today } from '../../subscribers/index.ts';
import { holdBothWallets } from '../members/hold-both-wallets.ts';
import { movePoints } from '../members/move-points.ts';
import { lockRedemption, type Redemption } from './lock-redemption.ts';

/** What was given is taken back for nothing. */
const atEnd = { leavingFee: 'waived', words: 'points', isConfirmed: true } as const;

/** Takes back what was given before it was used, and gives the points back. */
export async function undoRedemption(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const locked = await lockRedemption(ctx, id);
  if (!locked.ok) return locked;
  const row = locked.value;
  if (!row.canUndo) return fail('loyalty.used_already');
  const { subscriberId, walletId: fromId } = row;
  const toId = await holdBothWallets(ctx, { subscriberId, fromId });
  if (row.hasStock) {
    await sql`update rewards set stock = stock + 1 where id = ${row.rewardId}`.execute(ctx.db);
  }
  const taken = await takeBack(ctx, row);
  if (!taken.ok) return taken;
  const occurredOn = await openDay(ctx, today(ctx));
  const { transactionId } = row;
  const reversed = await reverseTransaction(ctx, { transactionId, occurredOn });
  if (!reversed.ok) return reversed;
  await ctx.db
    .updateTable('redemptions')
    .set({
      state: 'undone',
      endsOn: null,
      decidedAt: ctx.clock.now(),
      decidedBy: staffIdOf(ctx.actor),
    })
    .where('id', '=', id)
    .execute();
  // Who has pooled since, or was merged, has their points elsewhere.
  if (fromId !== toId) await movePoints(ctx, { subscriberId, fromId, toId });
  await emit(ctx, {
    type: 'loyalty.redemption_undone',
    subject: { kind: 'subscriber', id: subscriberId },
    subscriberId,
    facts: { reward: row.name, points: row.points },
  });
  return ok({});
}

async function takeBack(
  given: Ctx,
  { accountId, discountId, subscriptionId, creditTransactionId }: Redemption,
): Promise<Result<unknown>> {
  const ctx = withRights(given, ['billing.adjust', 'billing.serve']);
  if (accountId !== null && creditTransactionId !== null) {
    return takeBackForPoints(ctx, { id: accountId, transactionId: creditTransactionId });
  }
  if (accountId === null || discountId === null) return ok({});
  if (subscriptionId !== null) {
    const ended = await unsubscribe(ctx, { id: accountId, subscriptionId, ...atEnd });
    if (!ended.ok) return ended;
  }
  return endDiscount(ctx, { id: accountId, discountId });
}
