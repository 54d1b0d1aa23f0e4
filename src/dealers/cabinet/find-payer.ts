import { payableAccount } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { forgetAttempt, noteAttempt } from '../activation/attempts.ts';
import type { Payer } from '../money/take-payment.ts';
import { ownDealer } from '../people/find-dealer.ts';
import { maskedName } from './masked-name.ts';

/**
 * An account by the number that its holder names. Numbers that are none are counted, so that nobody
 * goes through them.
 */
export async function findPayer(
  ctx: Ctx,
  number: string,
): Promise<Result<Payer & { holder: string }>> {
  const noted = await noteAttempt(ctx, [{ by: 'holder', of: staffIdOf(ctx.actor) ?? 0 }]);
  if ('failure' in noted) return noted;
  const found = await payableAccount(ctx, number);
  if (!found) return fail('dealers.no_such_account', {}, { account: 'dealers.no_such_account' });
  await forgetAttempt(ctx, noted.ids);
  return ok({ ...found, holder: maskedName(found.holder) });
}

/** Whose an account is, for a dealer's person to make sure before money is taken. */
export async function showPayer(
  ctx: Ctx,
  { account: number }: { account: string },
): Promise<Result<{ account: string; holder: string; currency: string }>> {
  const dealer = await inTransaction(ctx, (tx) => ownDealer(tx));
  if (!dealer.ok) return dealer;
  const found = await findPayer(ctx, number);
  if (!found.ok) return found;
  const { number: account, holder, currency } = found.value;
  return ok({ account, holder, currency });
}
