import { sql } from 'kysely';
import { leavingFeesOf, restDue } from '../../billing/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { daysAfter } from '../../subscribers/index.ts';

export type Settled = {
  id: number;
  number: string;
  balanceMinor: number;
  feeMinor: number;
  /** What is paid in parts, equipment and connecting, and falls due at once. */
  restMinor: number;
};

/**
 * The open accounts of whoever a case is about: what leaving them costs and makes due.
 * @param endsOn the last day with service
 */
export async function accountsOfCase(ctx: Ctx, caseId: number, endsOn: string): Promise<Settled[]> {
  // retention_cases_pkey, subscribers_root, accounts_subscriber, ledger_accounts_account
  const { rows } = await sql<Omit<Settled, 'feeMinor' | 'restMinor'>>`
    select a.id, a.number, coalesce(sum(b.balance_minor), 0)::bigint as balance_minor
    from   retention_cases c
    join   subscribers s on s.id = c.subscriber_id
    join   subscribers m on m.root_id = s.root_id
    join   accounts a on a.subscriber_id = m.id and a.state <> 'closed'
    left   join ledger_accounts l on l.account_id = a.id
    left   join ledger_balances b on b.ledger_account_id = l.id
    where  c.id = ${caseId}
    group  by a.id order by a.id limit 100`.execute(ctx.db);
  const ids = rows.map(({ id }) => id);
  const fees = await leavingFeesOf(ctx, ids, daysAfter(endsOn, 1));
  const rest = await restDue(ctx, ids);
  return rows.map((row) => ({
    ...row,
    feeMinor: fees.get(row.id) ?? 0,
    restMinor: rest.get(row.id) ?? 0,
  }));
}
