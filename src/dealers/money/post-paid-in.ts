import type { Ctx } from '../../kernel/context.ts';
import type { Result } from '../../kernel/result.ts';
import { openDay, postEntry } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { notePayment } from './note-payment.ts';

type PaidIn = { amountMinor: number; way: 'cash' | 'bank'; document: string };

/** Writes down and posts what a dealer has handed over. @returns the payment's id */
export async function postPaidIn(
  ctx: Ctx,
  { id: dealerId, currency }: { id: number; currency: string },
  { amountMinor, way, document }: PaidIn,
): Promise<Result<number>> {
  const id = await notePayment(ctx, { dealerId, kind: 'paid_in', way, document, amountMinor });
  const posted = await postEntry(ctx, {
    kind: 'dealer_payment',
    key: `dealer paid in ${id}`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency,
    lines: [
      { side: { dealerId }, amountMinor },
      { side: { own: way }, amountMinor: -amountMinor },
    ],
    facts: { dealerPaymentId: id },
  });
  return posted.ok ? { ok: true, value: id } : posted;
}
