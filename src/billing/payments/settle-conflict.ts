import { sql } from 'kysely';
import { type Ctx, staffIdOf } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../../kernel/result.ts';
import { readPayments } from './list-payments.ts';

/** Says that somebody has looked into a conflict. */
export async function settleConflict(ctx: Ctx, { id }: { id: number }): Promise<Result<Done>> {
  const open = await ctx.db
    .selectFrom('paymentConflicts')
    .select('paymentId')
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  const [payment] = open ? await readPayments(ctx, sql`p.id = ${open.paymentId}`) : [];
  if (!open || !payment) return fail('billing.no_such_conflict');
  await ctx.db
    .updateTable('paymentConflicts')
    .set({ settledAt: ctx.clock.now(), settledBy: staffIdOf(ctx.actor) })
    .where('id', '=', id)
    .execute();
  await emit(ctx, {
    type: 'billing.conflict_settled',
    subject: { kind: 'payment', id: open.paymentId },
    facts: { conflictId: id },
  });
  return ok({});
}
