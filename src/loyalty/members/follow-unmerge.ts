import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { holdBothWallets } from './hold-both-wallets.ts';
import { movePoints } from './move-points.ts';

type Unmerged = {
  /** Who is a root again, with everybody who had been merged into them before. */
  subscriberId: number;
  /** Into whom they had been merged. */
  intoId: number;
};

/**
 * Whose merge was undone gets back what is left of the points that had gone along, however often
 * those were moved on. What has been another record's since, or was theirs at first, stays.
 */
export async function followUnmerge(ctx: Ctx, { subscriberId, intoId }: Unmerged): Promise<void> {
  // point_earnings_live, point_earnings_moved_from, subscribers_root, loyalty_members_pkey,
  // loyalty_members_wallet
  const { rows } = await sql<{ toId: number; fromId: number; lotIds: number[] }>`
    with recursive above as (
      select i.id, i.merged_into_id from subscribers i
      where  i.id = ${intoId} and i.root_id <> ${subscriberId}
      union
      select n.id, n.merged_into_id from above v join subscribers n on n.id = v.merged_into_id),
    own as (
      select m.subscriber_id, m.wallet_id
      from   subscribers o
      join   loyalty_members m on m.subscriber_id = o.id
      join   point_wallets w on w.id = m.wallet_id and w.household_id is null
      where  o.root_id = ${subscriberId}),
    parts as (
      select e.id, e.wallet_id, e.state
      from   own o
      join   point_earnings e on e.wallet_id = o.wallet_id and e.state in ('posted', 'reversed')
      union
      select c.id, c.wallet_id, c.state
      from   parts p
      join   point_earnings c on c.moved_from_id = p.id
      where  not exists (
        select from loyalty_members m
        join   point_wallets w on w.id = m.wallet_id and w.household_id is null
        where  m.wallet_id = c.wallet_id and m.subscriber_id not in (select id from above)
        and    m.subscriber_id not in (select subscriber_id from own)))
    select t.wallet_id as to_id, p.wallet_id as from_id, array_agg(p.id order by p.id) as lot_ids
    from   parts p
    join   own t on t.subscriber_id = ${subscriberId}
    where  p.state = 'posted' and p.wallet_id in (
      select m.wallet_id from above v join loyalty_members m on m.subscriber_id = v.id)
    group  by 1, 2 order by 2`.execute(ctx.db);
  for (const { toId, fromId, lotIds } of rows) {
    await holdBothWallets(ctx, { subscriberId, fromId });
    await movePoints(ctx, { subscriberId, fromId, toId, lotIds });
  }
}
