import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { closedThrough } from './open-days.ts';

/**
 * Takes a ledger transaction back by posting its opposite; nothing is ever changed or removed.
 * Fails with `ledger.no_such_transaction` and, on a closed day, `ledger.day_closed`.
 * @returns the reversal's id; a second reversal gives the first one's id and posts nothing
 */
export async function reverseTransaction(
  ctx: Ctx,
  input: { transactionId: number; occurredOn: string },
): Promise<Result<number>> {
  const closed = await closedThrough(ctx);
  if (closed !== null && input.occurredOn <= closed) return fail('ledger.day_closed');
  const made = await sql<{ id: number }>`
    insert into ledger_transactions (kind, key, occurred_on, recorded_at, reverses_id)
    select 'reversal', 'reversal of ' || id, ${input.occurredOn}, ${ctx.clock.now()}, id
    from   ledger_transactions where id = ${input.transactionId}
    on conflict do nothing returning id`.execute(ctx.db);
  const id = made.rows[0]?.id;
  if (id === undefined) return reversalOf(ctx, input.transactionId);
  await sql`insert into ledger_postings (transaction_id, ledger_account_id, amount_minor)
    select ${id}::bigint, ledger_account_id, -amount_minor from ledger_postings
    where  transaction_id = ${input.transactionId}`.execute(ctx.db);
  // In the order in which postings take them, so that nobody waits crosswise.
  await sql`select from ledger_balances where ledger_account_id in
    (select ledger_account_id from ledger_postings where transaction_id = ${id})
    order by ledger_account_id for update`.execute(ctx.db);
  await sql`update ledger_balances b set balance_minor = b.balance_minor + p.amount_minor
    from   (select ledger_account_id, sum(amount_minor) as amount_minor from ledger_postings
            where transaction_id = ${id} group by ledger_account_id) p
    where  b.ledger_account_id = p.ledger_account_id`.execute(ctx.db);
  return ok(id);
}

async function reversalOf(ctx: Ctx, transactionId: number): Promise<Result<number>> {
  const { rows } = await sql<{ id: number }>`
    select id from ledger_transactions where reverses_id = ${transactionId}`.execute(ctx.db);
  return rows[0] ? ok(rows[0].id) : fail('ledger.no_such_transaction');
}
