import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { openDay, postEntry } from '../../../ledger/index.ts';
import { today } from '../../../subscribers/index.ts';
import { type ReturnWay, returnWays } from '../../slots.ts';
import { countReturn } from '../../promised/keep-promise.ts';
import { type LockedPayment, lockPayment } from '../lock-payment.ts';
import { ownSideOf } from '../source-sides.ts';

type Input = { id: number; amountMinor: number; reason: string };

/** With the number of a refund that was made at a gateway. */
type Given = Omit<Input, 'id'> & { externalId?: string };

/**
 * Gives a payment back to its payer, a part or what is left of it, by the way it came: from the
 * account it was credited to, or from where it waits unidentified. A card that was activated is
 * spent; cash goes back at a desk; what a dealer took goes back out of the dealer's hands.
 * Fails with `billing.above_payment` where less is left, `billing.card_is_spent`,
 * `billing.return_at_desk`
 */
export async function returnPayment(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const found = await lockPayment(ctx, input.id, 'billing.refund');
  if (!found.ok) return found;
  const { sourceKind } = found.value;
  if (sourceKind === 'cards') return fail('billing.card_is_spent');
  if (sourceKind === 'cash') return fail('billing.return_at_desk');
  return giveBack(ctx, found.value, input);
}

/** The same of a payment that is locked, whoever asked for it. */
export async function giveBack(
  ctx: Ctx,
  payment: LockedPayment,
  { amountMinor, reason, externalId }: Given,
): Promise<Result<{ id: number }>> {
  const leftMinor = payment.amountMinor - payment.returnedMinor;
  if (amountMinor > leftMinor) {
    return fail('billing.above_payment', { leftMinor }, { amountMinor: 'billing.above_payment' });
  }
  const transaction = await postReturn(ctx, payment, amountMinor);
  if (!transaction.ok) return transaction;
  const { id } = await ctx.db
    .insertInto('paymentReturns')
    .values({
      paymentId: payment.id,
      amountMinor,
      reason,
      externalId: externalId ?? null,
      returnedAt: ctx.clock.now(),
      staffId: staffIdOf(ctx.actor),
      transactionId: transaction.value,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const returnedMinor = payment.returnedMinor + amountMinor;
  const state = amountMinor === leftMinor ? ('returned' as const) : payment.state;
  await ctx.db
    .updateTable('payments')
    .set({ returnedMinor, state })
    .where('id', '=', payment.id)
    .execute();
  const { accountId } = payment;
  if (accountId !== null) await countReturn(ctx, { accountId, paymentId: payment.id, amountMinor });
  const beforeMinor = payment.returnedMinor;
  const returned = { paymentId: payment.id, returnId: id, beforeMinor, amountMinor };
  await wayOf(payment)?.afterReturn(ctx, returned);
  await tellReturn(ctx, payment, { amountMinor, returnId: id });
  return ok({ id });
}

const wayOf = ({ sourceKind }: LockedPayment): ReturnWay | undefined =>
  returnWays.fills.find(({ piece }) => piece.sourceKind === sourceKind)?.piece;

async function postReturn(
  ctx: Ctx,
  payment: LockedPayment,
  amountMinor: number,
): Promise<Result<number>> {
  const { id, accountId, currency, returnedMinor } = payment;
  const posted = await postEntry(ctx, {
    kind: 'payment_return',
    // What had gone back before names the step, so that each is posted once.
    key: `payment ${id} returned after ${returnedMinor}`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency,
    lines: [
      {
        side: accountId === null ? { own: 'unidentified' } : { accountId },
        amountMinor: -amountMinor,
      },
      { side: ownSideOf(payment.sourceKind, await wayOf(payment)?.dealerOf(ctx, id)), amountMinor },
    ],
    facts: { paymentId: id },
  });
  return posted.ok ? ok(posted.value.transactionId) : posted;
}

async function tellReturn(
  ctx: Ctx,
  { id, accountId, subscriberId, currency }: LockedPayment,
  { amountMinor, returnId }: { amountMinor: number; returnId: number },
): Promise<void> {
  await emit(ctx, {
    type: 'billing.payment_returned',
    subject: accountId === null ? { kind: 'payment', id } : { kind: 'account', id: accountId },
    ...(subscriberId === null ? {} : { subscriberId }),
    facts: { paymentId: id, returnId, amountMinor, currency },
  });
}
