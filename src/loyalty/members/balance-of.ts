import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { stillHere } from './lots.ts';

export type Balance = {
  balance: number;
  /** What runs out first, and when; null where nothing does within its life. */
  expiring: { points: number; on: string } | null;
};

/**
 * What lies in a wallet, and what of it runs out first: the oldest points are spent first, so it is
 * the balance less all that lives longer.
 */
export async function balanceOf(ctx: Ctx, walletId: number): Promise<Balance> {
  // ledger_accounts_wallet, ledger_balances_pkey,
  // point_earnings_live (wallet_id, expires_on) where state = 'posted'
  const { rows } = await sql<Balance>`
    with held as (
      select coalesce((select b.balance_minor
                       from   ledger_accounts l
                       join   ledger_balances b on b.ledger_account_id = l.id
                       where  l.wallet_id = ${walletId}), 0)::bigint as points),
    ends as (
      select e.expires_on, sum(${stillHere}) as points from point_earnings e
      where  e.wallet_id = ${walletId} and e.state = 'posted'
      group  by e.expires_on),
    left_on as (
      select n.expires_on, h.points - coalesce((
               select sum(f.points) from ends f where f.expires_on > n.expires_on), 0) as points
      from   ends n cross join held h)
    select h.points as balance,
           (select jsonb_build_object('points', o.points, 'on', o.expires_on)
            from   left_on o where o.points > 0 order by o.expires_on limit 1) as expiring
    from   held h`.execute(ctx.db);
  return rows[0] ?? { balance: 0, expiring: null };
}
