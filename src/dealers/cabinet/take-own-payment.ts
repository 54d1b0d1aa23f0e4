import type { Ctx } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { onceByCaller } from '../../kernel/http/idempotency.ts';
import type { Result } from '../../kernel/result.ts';
import { takePayment } from '../money/take-payment.ts';
import { ownDealer } from '../people/find-dealer.ts';
import { findPayer } from './find-payer.ts';

/**
 * Takes a subscriber's payment. Attempts are counted apart, so the payment has a transaction of its
 * own, which also keeps the answer: whatever is cut off, the same press takes it once.
 */
export async function takeOwnPayment(
  ctx: Ctx,
  input: { account: string; amountMinor: number },
): Promise<Result<{ id: number; commissionMinor: number }>> {
  const known = await inTransaction(ctx, (tx) => ownDealer(tx));
  if (!known.ok) return known;
  const payer = await findPayer(ctx, input.account);
  if (!payer.ok) return payer;
  return inTransaction(ctx, (tx) =>
    onceByCaller(tx, 'POST /api/cabinet/payments', input, async () => {
      const dealer = await ownDealer(tx, { isLocked: true });
      return dealer.ok ? takePayment(tx, dealer.value, payer.value, input.amountMinor) : dealer;
    }),
  );
}
