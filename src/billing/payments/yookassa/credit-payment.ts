import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { must } from '../../../kernel/result.ts';
import { lockPayment } from '../lock-payment.ts';
import { payableAccount } from '../payable-account.ts';
import { noteConflict, receivePayment } from '../receive-payment.ts';
import { giveBack } from '../returning/return-payment.ts';
import { type GatewayPayment, type GatewayRefund, minorOfText } from './ask-gateway.ts';
import type { GatewaySource } from './find-gateway.ts';

type Source = Omit<GatewaySource, 'shop'>;

/**
 * Credits a payment that the gateway has, once; of no account that takes money it waits
 * unidentified. The transaction is the caller's. @returns our payment
 * @throws where it is in another currency than the source: nothing of it could be posted
 */
export async function creditPayment(
  ctx: Ctx,
  source: Source,
  payment: GatewayPayment,
): Promise<number> {
  const { currency } = payment.amount;
  if (currency !== source.currency) throw new Error(`a payment in ${currency}`);
  // A sum of the gateway never changes, but by refunds, which it tells apart.
  const before = await ctx.db
    .selectFrom('payments')
    .select('id')
    .where('sourceId', '=', source.id)
    .where('externalId', '=', payment.id)
    .executeTakeFirst();
  if (before) return before.id;
  const accountGiven = (payment.metadata[source.accountField] ?? '').trim().slice(0, 200);
  const account = await payableAccount(ctx, accountGiven);
  const received = await receivePayment(ctx, {
    source,
    externalId: payment.id,
    account: account?.currency === currency ? account : null,
    accountGiven,
    amountMinor: minorOfText(payment.amount.value),
    paidAt: new Date(payment.captured_at ?? payment.created_at),
    purpose: payment.description,
  });
  return must(received).paymentId;
}

/**
 * Gives back here what was refunded at the gateway, once. A return of the same sum that a person
 * has written down before is taken for it; what is more than is left is put before a person.
 */
export async function returnRefund(
  given: Ctx,
  { id: sourceId }: Source,
  { paymentId, refund }: { paymentId: number; refund: GatewayRefund },
): Promise<void> {
  const ctx: Ctx = { ...given, actor: { kind: 'system', name: 'yookassa' } };
  const payment = must(await lockPayment(ctx, paymentId, 'billing.refund'));
  if (payment.sourceId !== sourceId) throw new Error('a refund of another source');
  const amountMinor = minorOfText(refund.amount.value);
  // payment_returns_payment (payment_id, id)
  const { rows } = await sql<{ id: number }>`
    with known as (
      select id from payment_returns
      where  payment_id = ${paymentId}
      and    (external_id = ${refund.id}
              or external_id is null and amount_minor = ${amountMinor})
      order  by external_id is null, id limit 1)
    update payment_returns r set external_id = ${refund.id}
    from   known where r.id = known.id returning r.id`.execute(ctx.db);
  if (rows.length > 0) return;
  if (amountMinor > payment.amountMinor - payment.returnedMinor) {
    await noteConflict(ctx, { paymentId, accountGiven: refund.id, amountMinor });
    return;
  }
  must(await giveBack(ctx, payment, { amountMinor, reason: '', externalId: refund.id }));
}
