import { sql } from 'kysely';
import type { Ctx } from '../../../kernel/context.ts';
import { fail, ok, type Result } from '../../../kernel/result.ts';
import type { OpenShift } from './lock-shift.ts';
import { readShifts, receiptOf } from './shift-rows.ts';

type Deed = {
  kind: 'payment' | 'return' | 'in' | 'out';
  key: string;
  amountMinor: number;
  paymentId?: number;
  givenMinor?: number | null;
  words?: string;
};

export type Done = { id: number; receipt: string };

type Known = {
  id: number;
  number: number;
  kind: string;
  amountMinor: number;
  paymentId: number | null;
  accountId: number | null;
};

/**
 * What was done before with this key in the shift. Fails with `billing.key_of_another` where that
 * was something else: a screen that sends a changed sum again is told that the first one was taken.
 * @param shift locked
 */
export async function findDone(
  ctx: Ctx,
  shift: OpenShift,
  deed: Pick<Deed, 'kind' | 'key' | 'amountMinor' | 'paymentId'> & { accountId?: number },
): Promise<Result<Done | null>> {
  // cash_operations_shift_id_key_key (shift_id, key), payments_pkey
  const { rows } = await sql<Known>`
    select o.id, o.number, o.kind, o.amount_minor, o.payment_id, p.account_id
    from   cash_operations o left join payments p on p.id = o.payment_id
    where  o.shift_id = ${shift.id} and o.key = ${deed.key}`.execute(ctx.db);
  const [known] = rows;
  if (!known) return ok(null);
  const isSame =
    known.kind === deed.kind &&
    known.amountMinor === deed.amountMinor &&
    (deed.paymentId === undefined || known.paymentId === deed.paymentId) &&
    (deed.accountId === undefined || known.accountId === deed.accountId);
  const receipt = receiptOf(shift.number, known.number);
  return isSame ? ok({ id: known.id, receipt }) : fail('billing.key_of_another', { receipt });
}

/** The number that the next operation of a locked shift gets. */
export async function nextNumber(ctx: Ctx, { id }: OpenShift): Promise<number> {
  // cash_operations_shift_id_number_key (shift_id, number)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from cash_operations
    where  shift_id = ${id}`.execute(ctx.db);
  return rows[0]?.next ?? 1;
}

/** Writes down what moved in a locked shift, under the next number or one that was taken for it. */
export async function noteOperation(
  ctx: Ctx,
  shift: OpenShift,
  deed: Deed,
  taken?: number,
): Promise<Done> {
  const number = taken ?? (await nextNumber(ctx, shift));
  const { id } = await ctx.db
    .insertInto('cashOperations')
    .values({ ...deed, shiftId: shift.id, number, doneAt: ctx.clock.now() })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, receipt: receiptOf(shift.number, number) };
}

/** Nothing leaves a desk that is not in it. */
export async function refuseAboveCash(
  ctx: Ctx,
  { id }: OpenShift,
  amountMinor: number,
): Promise<Result<never> | null> {
  const [shift] = await readShifts(ctx, sql`s.id = ${id}`);
  const leftMinor = shift?.expectedMinor ?? 0;
  if (amountMinor <= leftMinor) return null;
  return fail('billing.not_enough_cash', { leftMinor }, { amountMinor: 'billing.not_enough_cash' });
}
