import { innerSource, receivePayment } from '../../billing/index.ts';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import { openDay } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { postCommission } from '../cards/post-sale.ts';
import { commissionOfPayment, ratesOn } from '../people/commissions.ts';
import { type Dealer, refuseAboveCredit } from '../people/find-dealer.ts';
import { notePayment } from './note-payment.ts';

export type Payer = { id: number; number: string; currency: string; subscriberId: number };

/**
 * A subscriber's payment in a dealer's hands: credited at once, owed by the dealer from then on,
 * who earns its commission.
 * @param dealer locked
 */
export async function takePayment(
  ctx: Ctx,
  dealer: Dealer,
  account: Payer,
  amountMinor: number,
): Promise<Result<{ id: number; commissionMinor: number }>> {
  const { id: dealerId, currency } = dealer;
  if (account.currency !== currency) return fail('dealers.other_currency');
  const refusal = await refuseAboveCredit(ctx, dealer, amountMinor);
  if (refusal) return refusal;
  const rates = await ratesOn(ctx, dealerId, today(ctx));
  const commissionMinor = commissionOfPayment(rates, amountMinor);
  const taken = {
    dealerId,
    kind: 'taken',
    amountMinor,
    commissionMinor,
  } as const;
  const id = await notePayment(ctx, taken);
  const common = {
    occurredOn: await openDay(ctx, today(ctx)),
    currency,
    facts: { dealerPaymentId: id, dealerId },
  };
  const received = await receivePayment(ctx, {
    source: await innerSource(ctx, 'dealers', currency),
    externalId: String(id),
    account,
    accountGiven: account.number,
    amountMinor,
    paidAt: ctx.clock.now(),
    staffId: staffIdOf(ctx.actor),
    dealerId,
  });
  if (!received.ok) return received;
  const { paymentId } = received.value;
  await ctx.db.updateTable('dealerPayments').set({ paymentId }).where('id', '=', id).execute();
  if (commissionMinor !== 0) {
    const key = `dealer took commission ${id}`;
    const earned = await postCommission(ctx, { ...common, key, dealerId, commissionMinor });
    if (!earned.ok) return earned;
  }
  await emit(ctx, {
    type: 'dealers.payment_taken',
    subject: { kind: 'account', id: account.id },
    subscriberId: account.subscriberId,
    facts: { account: account.number, amountMinor, currency, dealerId, dealer: dealer.name },
  });
  return ok({ id, commissionMinor });
}
