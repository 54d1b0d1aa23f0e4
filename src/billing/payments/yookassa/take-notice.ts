import type { Ctx } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { keepNotice, type Notice, type NoticeState, settleNotice } from '../keep-notice.ts';
import type { GatewaySource } from './find-gateway.ts';
import { askPayment, askRefund, type Shop } from './ask-gateway.ts';
import { creditPayment, returnRefund } from './credit-payment.ts';

type Outcome = Exclude<NoticeState, 'waiting'>;

/**
 * Takes a notice: it is kept as it came, then the gateway itself is asked what it is about, for a
 * notice carries no signature. What the gateway says is what counts; the notice says when to ask.
 * @returns what was made of it; null where the gateway could not be asked, or has not settled it
 *   yet: the notice has to come again
 */
export async function takeNotice(
  ctx: Ctx,
  source: GatewaySource,
  notice: Notice,
): Promise<Outcome | null> {
  const id = await keepNotice(ctx, source.id, notice);
  try {
    const outcome = await understand(ctx, source, notice);
    if (outcome === null) await settleNotice(ctx, id, 'waiting', 'the gateway has not settled it');
    else await settleNotice(ctx, id, outcome, '');
    return outcome;
  } catch (error) {
    ctx.log.error({ err: error, noticeId: id }, 'a notice of a gateway was not understood');
    await settleNotice(ctx, id, 'waiting', String(error).slice(0, 500));
    return null;
  }
}

async function understand(
  ctx: Ctx,
  { shop, ...source }: GatewaySource,
  { event, objectId }: Notice,
): Promise<Outcome | null> {
  if (event === 'payment.succeeded' || event === 'payment.canceled') {
    return understandPayment(ctx, { shop, ...source }, objectId);
  }
  if (event !== 'refund.succeeded') return 'ignored';
  const refund = await askRefund(shop, objectId);
  if (!refund) return 'refused';
  if (refund.status !== 'succeeded') return refund.status === 'canceled' ? 'ignored' : null;
  // The payment's own notice may come later, or never.
  const payment = await askPayment(shop, refund.payment_id);
  if (!payment) return 'refused';
  await inTransaction(ctx, async (tx) => {
    const paymentId = await creditPayment(tx, source, payment);
    await returnRefund(tx, source, { paymentId, refund });
  });
  return 'done';
}

async function understandPayment(
  ctx: Ctx,
  { shop, ...source }: GatewaySource & { shop: Shop },
  id: string,
): Promise<Outcome | null> {
  const payment = await askPayment(shop, id);
  if (!payment) return 'refused';
  if (payment.status === 'canceled') return 'ignored';
  if (payment.status !== 'succeeded') return null;
  await inTransaction(ctx, (tx) => creditPayment(tx, source, payment));
  return 'done';
}
