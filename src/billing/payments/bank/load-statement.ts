import type { z } from 'zod';
import type { Ctx } from '../../../kernel/context.ts';
import { staffIdOf } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Upload } from '../../../kernel/wiring.ts';
import { dayOfDate, wallToMs } from '../../../norms/index.ts';
import type { bankApi } from '../../api/bank.ts';
import { receivePayment } from '../receive-payment.ts';
import { understandStatement, type UnderstoodStatement } from './understand-statement.ts';

type Route = (typeof bankApi)['POST /api/payments/statements'];
type Tally = z.input<Route['output']>;
type Line = UnderstoodStatement['lines'][number];

const NOON_SECONDS = 12 * 3600;

/**
 * Credits what a statement brings, each document in a transaction of its own, so that a statement
 * that broke off goes on where it stood when it is brought again. What nobody is known for waits
 * unidentified.
 */
export async function loadStatement(
  ctx: Ctx,
  { sourceId, ...columns }: z.output<Route['input']>,
  upload: Upload,
): Promise<Result<Tally>> {
  const understood = await understandStatement(ctx, { sourceId, columns }, upload);
  if (!understood.ok) return understood;
  const { source, lines, bad } = understood.value;
  const tally: Tally = { credited: 0, held: 0, repeats: 0, notIncoming: 0, bad: bad.length };
  for (const line of lines) {
    if (line.state === 'not_incoming') tally.notIncoming += 1;
    else if (line.state === 'repeat') tally.repeats += 1;
    else {
      const isNew = await receiveLine(ctx, source, line);
      if (!isNew) tally.repeats += 1;
      else if (line.recognised) tally.credited += 1;
      else tally.held += 1;
    }
  }
  await inTransaction(ctx, (tx) =>
    emit(tx, {
      type: 'billing.statement_loaded',
      subject: { kind: 'payment_source', id: source.id },
      facts: { ...tally },
    }),
  );
  return ok(tally);
}

/** @returns whether it was new: a colleague may have brought it meanwhile */
async function receiveLine(
  ctx: Ctx,
  source: UnderstoodStatement['source'],
  line: Line,
): Promise<boolean> {
  const { recognised, on, payer, payerTaxNumber, purpose, externalId, amountMinor } = line;
  const received = await inTransaction(ctx, (tx) =>
    receivePayment(tx, {
      source,
      externalId,
      account: recognised && { id: recognised.accountId, subscriberId: recognised.subscriberId },
      // What the base knows of it changes; what makes it a repeat may not.
      accountGiven: '',
      amountMinor,
      paidAt: new Date(wallToMs(ctx.operator.timeZone, dayOfDate(on), NOON_SECONDS)),
      payer: payerTaxNumber === '' ? payer : `${payer}, ИНН ${payerTaxNumber}`,
      purpose,
      staffId: staffIdOf(ctx.actor),
    }),
  );
  if (!received.ok) throw new Error(`a bank's document was refused: ${received.failure.code}`);
  return received.value.isNew;
}
