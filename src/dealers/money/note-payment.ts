import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

type Noted = {
  dealerId: number;
  kind: 'taken' | 'paid_in' | 'returned';
  paymentId?: number;
  amountMinor: number;
  way?: 'cash' | 'bank';
  document?: string;
  commissionMinor?: number;
};

/** Writes down money between a dealer and the operator. @returns its id */
export async function notePayment(ctx: Ctx, payment: Noted): Promise<number> {
  const { id } = await ctx.db
    .insertInto('dealerPayments')
    .values({
      ...payment,
      doneOn: today(ctx),
      doneAt: ctx.clock.now(),
      doneBy: staffIdOf(ctx.actor),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
