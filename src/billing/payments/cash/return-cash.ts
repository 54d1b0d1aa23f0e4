import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import { reachesAccount } from '../../reach.ts';
import { lockPayment } from '../lock-payment.ts';
import { giveBack } from '../returning/return-payment.ts';
import { lockShift } from './lock-shift.ts';
import { type Done, findDone, noteOperation, refuseAboveCash } from './note-operation.ts';

type Input = { id: number; key: string; amountMinor: number; reason: string };

/**
 * Gives cash back out of the actor's desk: of a payment of this shift, and with the right to refund
 * of an earlier one or of another desk.
 */
export async function returnCash(
  ctx: Ctx,
  { id, key, amountMinor, reason }: Input,
): Promise<Result<Done>> {
  const found = await lockPayment(ctx, id, 'billing.cash');
  if (!found.ok) return found;
  const payment = found.value;
  const locked = await lockShift(ctx);
  if (!locked.ok) return locked;
  const shift = locked.value;
  if (payment.sourceKind !== 'cash') return fail('billing.not_cash');
  const deed = { kind: 'return', key, amountMinor, paymentId: id } as const;
  const before = await findDone(ctx, shift, deed);
  if (!before.ok) return before;
  if (before.value) return ok(before.value);
  const isElsewhere = !(await isOfShift(ctx, shift.id, id));
  if (isElsewhere && !(await mayRefund(ctx, id))) return fail('billing.other_shift');
  const refusal = await refuseAboveCash(ctx, shift, amountMinor);
  if (refusal) return refusal;
  const returned = await giveBack(ctx, payment, { amountMinor, reason });
  return returned.ok ? ok(await noteOperation(ctx, shift, deed)) : returned;
}

async function isOfShift(ctx: Ctx, shiftId: number, paymentId: number): Promise<boolean> {
  // cash_operations_payment (payment_id)
  const { rows } = await sql`
    select from cash_operations
    where  payment_id = ${paymentId} and shift_id = ${shiftId} and kind = 'payment'`.execute(
    ctx.db,
  );
  return rows.length > 0;
}

/** Whether the right to refund reaches this payment. */
async function mayRefund(ctx: Ctx, id: number): Promise<boolean> {
  // payments_pkey, accounts_pkey, subscribers_pkey
  const { rows } = await sql`
    select from payments p
    left   join accounts a on a.id = p.account_id
    left   join subscribers own on own.id = a.subscriber_id
    left   join subscribers r on r.id = own.root_id
    where  p.id = ${id} and ${reachesAccount(ctx, 'billing.refund')}`.execute(ctx.db);
  return rows.length > 0;
}
