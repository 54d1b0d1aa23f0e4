import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { holdBothWallets } from '../members/hold-both-wallets.ts';
import { movePoints } from '../members/move-points.ts';

type Merged = { subscriberId: number; fromId: number };

/** In a night so many; the rest in the next. */
const MOST = 2000;

/**
 * Whoever was merged into another has their points there: what lies in the wallet of the merged
 * record, or is owed in it, goes into that of the root, with the days on which it runs out.
 * @returns of how many records
 */
export async function followMerges(ctx: Ctx): Promise<number> {
  // subscribers_merged (merged_into_id) where merged_into_id is not null, loyalty_members_pkey,
  // ledger_accounts_wallet, ledger_balances_pkey
  const { rows } = await sql<Merged>`
    select s.root_id as subscriber_id, b.wallet_id as from_id
    from   subscribers s
    join   loyalty_members b on b.subscriber_id = s.id
    join   loyalty_members r on r.subscriber_id = s.root_id and r.wallet_id <> b.wallet_id
    join   point_wallets w on w.id = b.wallet_id and w.household_id is null
    join   ledger_accounts l on l.wallet_id = b.wallet_id
    join   ledger_balances k on k.ledger_account_id = l.id and k.balance_minor <> 0
    where  s.merged_into_id is not null
    order  by b.wallet_id limit ${MOST}`.execute(ctx.db);
  for (const move of rows) {
    const toId = await holdBothWallets(ctx, move);
    await movePoints(ctx, { ...move, toId });
  }
  return rows.length;
}
