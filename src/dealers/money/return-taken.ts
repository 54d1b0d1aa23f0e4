import { sql } from 'kysely';
import type { ReturnWay } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { divideRounded } from '../../kernel/money/rounding.ts';
import { must } from '../../kernel/result.ts';
import { openDay } from '../../ledger/index.ts';
import { today } from '../../subscribers/index.ts';
import { postCommission } from '../cards/post-sale.ts';
import { notePayment } from './note-payment.ts';

type Taken = {
  dealerId: number;
  name: string;
  currency: string;
  amountMinor: number;
  commissionMinor: number;
};

/**
 * A payment that a dealer took goes back out of the dealer's hands: it owes so much less, and what
 * it earned by that part is taken back, so that of a whole return nothing is left of it.
 */
export const returnTaken: ReturnWay = {
  sourceKind: 'dealers',
  dealerOf: async (ctx, paymentId) => (await findTaken(ctx, paymentId)).dealerId,
  afterReturn: async (ctx, { paymentId, returnId, beforeMinor, amountMinor }) => {
    const taken = await findTaken(ctx, paymentId);
    const { dealerId, name, currency } = taken;
    const backMinor = earnedBy(taken, beforeMinor + amountMinor) - earnedBy(taken, beforeMinor);
    const id = await notePayment(ctx, {
      dealerId,
      kind: 'returned',
      paymentId,
      amountMinor,
      commissionMinor: 0 - backMinor,
    });
    if (backMinor !== 0) {
      must(
        await postCommission(ctx, {
          key: `dealer returned commission ${id}`,
          dealerId,
          commissionMinor: -backMinor,
          occurredOn: await openDay(ctx, today(ctx)),
          currency,
          facts: { dealerPaymentId: id, dealerId, returnId },
        }),
      );
    }
    await emit(ctx, {
      type: 'dealers.payment_returned',
      subject: { kind: 'dealer', id: dealerId },
      facts: { amountMinor, commissionMinor: 0 - backMinor, currency, paymentId, dealer: name },
    });
  },
};

async function findTaken(ctx: Ctx, paymentId: number): Promise<Taken> {
  // dealer_payments_taken (payment_id) where kind = 'taken', dealers_pkey
  const { rows } = await sql<Taken>`
    select p.dealer_id, d.name, d.currency, p.amount_minor, p.commission_minor
    from   dealer_payments p join dealers d on d.id = p.dealer_id
    where  p.payment_id = ${paymentId} and p.kind = 'taken'`.execute(ctx.db);
  if (!rows[0]) throw new Error('a payment of a dealer was taken by none');
  return rows[0];
}

/** Which part of the commission a part of the payment has earned, half up. */
const earnedBy = ({ amountMinor, commissionMinor }: Taken, partMinor: number): number =>
  Number(
    divideRounded(BigInt(commissionMinor) * BigInt(partMinor), BigInt(amountMinor), 'half_up'),
  );
