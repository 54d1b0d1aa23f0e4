import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

export type Owed = {
  owedPoints: number;
  waitingPoints: number;
  belowPoints: number;
  earned: number;
  expired: number;
};

/**
 * What is owed: what lies in wallets, and apart from it what was earned and waits, and what wallets
 * are below nought, for nobody pays that to another. Beside it all that was ever earned or ran out.
 */
export async function readOwed(ctx: Ctx): Promise<Owed> {
  // ledger_accounts_own (kind, currency), ledger_postings_account, ledger_accounts_wallet,
  // point_earnings_due (due_on, id) where state = 'pending', point_earnings_held
  const { rows } = await sql<Owed>`
    select w.*,
           coalesce((select sum(e.points) from point_earnings e
                     where  e.state in ('pending', 'held')), 0)::bigint as waiting_points,
           o.*
    from  (select coalesce(sum(greatest(b.balance_minor, 0)), 0)::bigint as owed_points,
                  coalesce(-sum(least(b.balance_minor, 0)), 0)::bigint as below_points
           from   ledger_accounts l join ledger_balances b on b.ledger_account_id = l.id
           where  l.wallet_id is not null) w
    cross  join (
      select coalesce(-sum(p.amount_minor) filter (where a.kind = 'points_issued'), 0)::bigint
               as earned,
             coalesce(sum(p.amount_minor) filter (where a.kind = 'points_expired'), 0)::bigint
               as expired
      from   ledger_accounts a join ledger_postings p on p.ledger_account_id = a.id
      where  a.kind in ('points_issued', 'points_expired')) o`.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('a select of sums has a row');
  return row;
}
