import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { emit } from '../../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../../kernel/result.ts';
import { openDay, postEntry } from '../../../ledger/index.ts';
import { today } from '../../../subscribers/index.ts';
import { findAccount, holdAccounts } from '../../find-account.ts';
import { afterPayment } from '../../slots.ts';
import { lockPayment } from '../lock-payment.ts';

type Input = { id: number; accountId: number };

/**
 * Credits a payment that waited unidentified to an account, what is left of it. Of two people who
 * do so at once the second is told that it was done.
 */
export async function placePayment(ctx: Ctx, input: Input): Promise<Result<Done>> {
  const found = await lockPayment(ctx, input.id, 'billing.payments');
  if (!found.ok) return found;
  const payment = found.value;
  if (payment.state !== 'unidentified') return fail('billing.already_placed');
  const target = await findAccount(ctx, input.accountId, 'billing.payments');
  if (!target.ok) return target;
  const account = target.value;
  if (account.erasedAt) return fail('subscribers.erased');
  if (account.currency !== payment.currency) return fail('billing.other_currency');
  if (account.state === 'closed') return fail('billing.account_closed');
  await holdAccounts(ctx, [account.id]);
  const { id, currency } = payment;
  const amountMinor = payment.amountMinor - payment.returnedMinor;
  const posted = await postEntry(ctx, {
    kind: 'payment',
    key: `payment ${id} placed`,
    occurredOn: await openDay(ctx, today(ctx)),
    currency,
    lines: [
      { side: { accountId: account.id }, amountMinor },
      { side: { own: 'unidentified' }, amountMinor: -amountMinor },
    ],
    facts: { paymentId: id, sourceId: payment.sourceId },
  });
  if (!posted.ok) return posted;
  await ctx.db
    .updateTable('payments')
    .set({
      state: 'credited',
      accountId: account.id,
      placedAt: ctx.clock.now(),
      placedBy: staffIdOf(ctx.actor),
    })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'billing.payment_placed',
    subject: { kind: 'account', id: account.id },
    subscriberId: account.subscriberId,
    facts: { paymentId: id, amountMinor, currency, sourceId: payment.sourceId },
  });
  const money = { accountId: account.id, paymentId: id, amountMinor };
  for (const { piece } of afterPayment.fills) await piece(ctx, [money]);
  return ok({});
}
