import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { paymentsApi } from '../api/payments.ts';
import { readPayments } from './list-payments.ts';

type Answer = z.input<(typeof paymentsApi)['GET /api/payment-conflicts']['output']>;
type Conflict = Answer['conflicts'][number];

const MOST = 100;

/** Conflicts that nobody has looked into, the oldest first. */
export async function listConflicts(ctx: Ctx): Promise<Result<Answer>> {
  // payment_conflicts_open (received_at, id)
  const { rows } = await sql<Omit<Conflict, 'payment'> & { paymentId: number }>`
    select c.id, c.payment_id, c.account_given, c.amount_minor, c.received_at, c.times
    from   payment_conflicts c
    where  c.settled_at is null order by c.received_at, c.id limit ${MOST}`.execute(ctx.db);
  const payments = await readPayments(
    ctx,
    sql`p.id = any(${rows.map(({ paymentId }) => paymentId)}::bigint[])`,
  );
  const known = new Map(payments.map((payment) => [payment.id, payment]));
  return ok({
    conflicts: rows.flatMap(({ paymentId, ...conflict }) => {
      const payment = known.get(paymentId);
      return payment ? { ...conflict, payment } : [];
    }),
  });
}
