import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { Result } from '../../kernel/result.ts';
import { takePayment } from '../money/take-payment.ts';
import { ownDealer } from '../people/find-dealer.ts';
import { findPayer } from './find-payer.ts';

/**
 * Takes a subscriber's payment. Attempts are counted apart, so the payment has a transaction of its
 * own.
 */
export async function takeOwnPayment(
  ctx: Ctx,
  { account: number, amountMinor }: { account: string; amountMinor: number },
): Promise<Result<{ id: number; commissionMinor: number }>> {
  const known = await inTransaction(ctx, (tx) => ownDealer(tx));
  if (!known.ok) return known;
  const payer = await findPayer(ctx, number);
  if (!payer.ok) return payer;
  return inTransaction(ctx, async (tx) => {
    const dealer = await ownDealer(tx, { isLocked: true });
    return dealer.ok ? takePayment(tx, dealer.value, payer.value, amountMinor) : dealer;
  });
}
