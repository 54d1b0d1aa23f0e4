import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { monthOf } from '../../kernel/month-of.ts';
import { nextPostingId, openDay, POINTS, postSelected } from '../../ledger/index.ts';
import { stillHere } from '../members/lots.ts';

/**
 * Takes out of wallets what has run out with the months before. The oldest points are spent first,
 * so of a wallet that part has run out which is more than all it earned that lives on: the balance
 * less the earnings with a later end.
 * @param day in whose month it is done, once
 * @returns of how many wallets
 */
export async function expirePoints(ctx: Ctx, day: string): Promise<number> {
  const month = monthOf(day);
  await sql`create temporary table if not exists expired_points (
    posting_id bigint, wallet_id bigint, currency text, amount_minor bigint)
    on commit drop`.execute(ctx.db);
  await sql`truncate expired_points`.execute(ctx.db);
  await sql`
    insert into expired_points (wallet_id)
    select x.wallet_id from (${runOut(month, sql`l.wallet_id is not null`)}) x`.execute(ctx.db);
  // Whoever spends at the same moment is waited for: what they spend does not run out as well.
  await sql`
    select from point_wallets where id in (select wallet_id from expired_points)
    order  by id for update`.execute(ctx.db);
  const isHeld = sql`l.wallet_id in (select wallet_id from expired_points)`;
  await sql`
    with again as materialized (${runOut(month, isHeld)})
    update expired_points o
    set    posting_id = ${nextPostingId}, currency = ${POINTS}, amount_minor = -x.points
    from   again x where x.wallet_id = o.wallet_id`.execute(ctx.db);
  await sql`delete from expired_points where posting_id is null`.execute(ctx.db);
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from expired_points`.execute(ctx.db);
  const count = rows[0]?.count ?? 0;
  if (count === 0) return 0;
  await postSelected(
    ctx,
    {
      kind: 'points_expired',
      key: `points expired before ${month}`,
      occurredOn: await openDay(ctx, day),
      counterpart: 'points_expired',
      holder: 'wallet',
    },
    sql`select posting_id, wallet_id, currency, amount_minor from expired_points`,
  );
  return count;
}

/** Of which wallets how much has run out before a month. */
const runOut = (month: string, which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  -- ledger_accounts_wallet, ledger_balances_pkey,
  -- point_earnings_live (wallet_id, expires_on) where state = 'posted'
  select l.wallet_id, b.balance_minor - coalesce(sum(${stillHere}), 0) as points
  from   ledger_accounts l
  join   ledger_balances b on b.ledger_account_id = l.id and b.balance_minor > 0
  left   join point_earnings e on e.wallet_id = l.wallet_id and e.state = 'posted'
         and e.expires_on >= ${month}
  where  ${which}
  group  by l.wallet_id, b.balance_minor
  having b.balance_minor > coalesce(sum(${stillHere}), 0)`;
