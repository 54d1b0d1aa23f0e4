import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/**
 * Locks a wallet and the one in which its subscriber has their points now, where they have pooled
 * since or were merged: the same for one that is theirs still, or a household's.
 * @returns the latter
 */
export async function holdBothWallets(
  ctx: Ctx,
  { subscriberId, fromId }: { subscriberId: number; fromId: number },
): Promise<number> {
  // subscribers_pkey, loyalty_members_pkey, point_wallets_pkey
  const { rows: members } = await sql<{ walletId: number }>`
    select b.wallet_id from subscribers o
    join   loyalty_members b on b.subscriber_id = o.root_id
    where  o.id = ${subscriberId} for update of b`.execute(ctx.db);
  const toId = members[0]?.walletId ?? fromId;
  const { rows: wallets } = await sql<{ id: number; householdId: number | null }>`
    select id, household_id from point_wallets where id in (${fromId}, ${toId})
    order  by id for update`.execute(ctx.db);
  const isShared = wallets.some(({ id, householdId }) => id === fromId && householdId !== null);
  return isShared ? fromId : toId;
}
