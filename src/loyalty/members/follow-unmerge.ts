import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { holdBothWallets } from './hold-both-wallets.ts';
import { movePoints } from './move-points.ts';

/** Whose merge was undone gets back what is left of the points that had gone along. */
export async function followUnmerge(ctx: Ctx, subscriberId: number): Promise<void> {
  // loyalty_members_pkey, point_earnings_moved_from (moved_from_id), point_wallets_pkey
  const { rows } = await sql<{ walletId: number; fromId: number }>`
    select distinct b.wallet_id, c.wallet_id as from_id
    from   loyalty_members b
    join   point_wallets w on w.id = b.wallet_id and w.household_id is null
    join   point_earnings e on e.wallet_id = b.wallet_id
    join   point_earnings c on c.moved_from_id = e.id and c.wallet_id <> b.wallet_id
           and c.state = 'posted'
    where  b.subscriber_id = ${subscriberId}
    order  by 2`.execute(ctx.db);
  for (const { walletId: toId, fromId } of rows) {
    await holdBothWallets(ctx, { subscriberId, fromId });
    await movePoints(ctx, { subscriberId, fromId, toId, cameFromId: toId });
  }
}
