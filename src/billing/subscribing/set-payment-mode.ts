import type { Ctx } from '../../kernel/context.ts';
import { type Done, ok, type Result } from '../../kernel/result.ts';
import { chargeAccounts } from '../charging/charge-accounts.ts';
import { lockAccount } from '../find-account.ts';
import { tellOfAccount } from '../tell-of-account.ts';

/**
 * Lets an account pay in advance or afterwards. Afterwards: what this month was charged in advance
 * comes back, and is charged when the month is over.
 */
export async function setPaymentMode(
  ctx: Ctx,
  { id, paymentMode }: { id: number; paymentMode: 'prepaid' | 'postpaid' },
): Promise<Result<Done>> {
  const locked = await lockAccount(ctx, id, 'billing.adjust');
  if (!locked.ok) return locked;
  await ctx.db.updateTable('accounts').set({ paymentMode }).where('id', '=', id).execute();
  await tellOfAccount(ctx, 'billing.payment_mode_set', locked.value, { paymentMode });
  await chargeAccounts(ctx, [id]);
  return ok({});
}
