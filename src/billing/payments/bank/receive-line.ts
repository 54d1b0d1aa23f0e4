import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { must } from '../../../kernel/result.ts';
import { type Received, receivePayment } from '../receive-payment.ts';
import type { Source } from '../source.ts';
import type { Recognised } from './recognise-lines.ts';

/** A document of a statement, with what it is known by. */
export type Line = {
  externalId: string;
  amountMinor: number;
  paidAt: Date;
  number: string;
  payer: string;
  payerTaxNumber: string;
  payerAccount: string;
  purpose: string;
  recognised: Recognised | null;
};

type From = { statementId: number; source: Pick<Source, 'id' | 'kind' | 'currency'> };

/**
 * Credits a document to whom it was recognised for, or holds it unidentified. The transaction is
 * the caller's. It is not new where a colleague has brought it meanwhile.
 */
export async function receiveLine(ctx: Ctx, from: From, line: Line): Promise<Received> {
  const { recognised, payer, payerTaxNumber } = line;
  const received = await receivePayment(ctx, {
    source: from.source,
    externalId: line.externalId,
    account: recognised && { id: recognised.accountId, subscriberId: recognised.subscriberId },
    // What the base knows of it changes; what makes it a repeat may not.
    accountGiven: '',
    amountMinor: line.amountMinor,
    paidAt: line.paidAt,
    payer: payerTaxNumber === '' ? payer : `${payer}, ИНН ${payerTaxNumber}`,
    purpose: line.purpose,
    staffId: staffIdOf(ctx.actor),
  });
  const { paymentId, isNew } = must(received);
  if (isNew) {
    const { statementId } = from;
    const document = { statementId, documentNumber: line.number, payerAccount: line.payerAccount };
    await ctx.db.updateTable('payments').set(document).where('id', '=', paymentId).execute();
  }
  return { paymentId, isNew };
}

/** Puts a document that looks as if it came already before a person; nothing is posted. */
export async function keepDoubt(
  ctx: Ctx,
  { statementId, source }: From,
  line: Omit<Line, 'recognised'> & { likePaymentId: number | null },
): Promise<void> {
  const { externalId, amountMinor, paidAt, payer, payerTaxNumber, payerAccount, purpose } = line;
  await ctx.db
    .insertInto('paymentDoubts')
    .values({
      sourceId: source.id,
      statementId,
      externalId,
      likePaymentId: line.likePaymentId,
      amountMinor,
      paidAt,
      documentNumber: line.number,
      payer,
      payerTaxNumber,
      payerAccount,
      purpose,
      receivedAt: ctx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['sourceId', 'externalId']).doNothing())
    .execute();
}
