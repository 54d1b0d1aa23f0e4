import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { type Period, type Totals, totalsOf } from './statement-lines.ts';

export type AccountTotals = Omit<Totals, 'balanceMinor'>;

/**
 * What stood on each of some accounts before a period, came and went in it, and stood after: the
 * same sums as on the account's own statement. Whoever asks has seen to it that they may know.
 */
export async function sumAccounts(
  ctx: Ctx,
  accountIds: readonly number[],
  period: Period,
): Promise<ReadonlyMap<number, AccountTotals>> {
  // Keys of accounts, ledger_postings_account (ledger_account_id, id desc), and of transactions.
  const { rows } = await sql<Totals & { accountId: number }>`
    with line as (
      select l.account_id, t.occurred_on as "on", p.amount_minor
      from   ledger_accounts l
      join   ledger_postings p on p.ledger_account_id = l.id
      join   ledger_transactions t on t.id = p.transaction_id
      where  l.account_id = any(${[...accountIds]}::bigint[]))
    select line.account_id, ${totalsOf(period)}
    from   line group by line.account_id`.execute(ctx.db);
  const none = { openingMinor: 0, raisedMinor: 0, loweredMinor: 0, closingMinor: 0 };
  return new Map([
    ...accountIds.map((id) => [id, none] as const),
    ...rows.map((row) => {
      const { accountId, balanceMinor: _, ...totals } = row;
      return [accountId, totals] as const;
    }),
  ]);
}
