import type { z } from 'zod';
import { type Ctx, staffIdOf } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { cashApi } from '../../api/cash.ts';
import { type Account, findAccount } from '../../find-account.ts';
import { receivePayment } from '../receive-payment.ts';
import { lockShift, type OpenShift } from './lock-shift.ts';
import { type Done, findDone, nextNumber, noteOperation } from './note-operation.ts';
import { receiptOf } from './shift-rows.ts';

type Route = (typeof cashApi)['POST /api/cash/payments'];
type Input = z.output<Route['input']>;

/** Takes cash for an account in the actor's open shift; the same key again takes nothing more. */
export async function takeCash(ctx: Ctx, input: Input): Promise<Result<z.input<Route['output']>>> {
  const { accountId, amountMinor, givenMinor, key } = input;
  const found = await findAccount(ctx, accountId, 'billing.cash');
  if (!found.ok) return found;
  const locked = await lockShift(ctx);
  if (!locked.ok) return locked;
  const shift = locked.value;
  const changeMinor = givenMinor === null ? 0 : givenMinor - amountMinor;
  const before = await findDone(ctx, shift, { kind: 'payment', key, amountMinor, accountId });
  if (!before.ok) return before;
  if (before.value) return ok({ ...before.value, changeMinor });
  if (changeMinor < 0) {
    return fail('billing.given_less', {}, { givenMinor: 'billing.given_less' });
  }
  const refusal = refuse(found.value, shift);
  if (refusal) return refusal;
  const taken = await take(ctx, shift, found.value, input);
  return taken.ok ? ok({ ...taken.value, changeMinor }) : taken;
}

function refuse(account: Account, shift: OpenShift): Result<never> | null {
  if (account.erasedAt) return fail('subscribers.erased');
  if (account.state === 'closed') return fail('billing.account_closed');
  if (account.currency !== shift.source.currency) return fail('billing.other_currency');
  return null;
}

async function take(
  ctx: Ctx,
  shift: OpenShift,
  account: Account,
  { key, amountMinor, givenMinor, payer }: Input,
): Promise<Result<Done>> {
  const number = await nextNumber(ctx, shift);
  const received = await receivePayment(ctx, {
    source: shift.source,
    externalId: receiptOf(shift.number, number),
    account,
    accountGiven: account.number,
    amountMinor,
    paidAt: ctx.clock.now(),
    payer,
    staffId: staffIdOf(ctx.actor),
  });
  if (!received.ok) return received;
  const { paymentId } = received.value;
  const deed = { kind: 'payment', key, amountMinor, givenMinor, paymentId } as const;
  return ok(await noteOperation(ctx, shift, deed, number));
}
