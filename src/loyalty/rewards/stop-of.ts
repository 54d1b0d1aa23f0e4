import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { isControl } from '../../retention/index.ts';
import { today } from '../../subscribers/index.ts';
import type { Member } from '../members/find-member.ts';
import { spentMinor } from './budgets.ts';
import { billedKinds, type RewardKind, type RewardStop } from './kinds.ts';

export type Offered = {
  id: number;
  name: string;
  kind: RewardKind;
  words: string;
  points: number;
  stop: RewardStop | null;
};

type Has = { balance: number; hasTariff: boolean };

/**
 * What a member can have, dearest last, and what stops the rest: the same for the list and for the
 * moment of giving. What is of a higher level is not there for the permanent control.
 * @param rewardId of one alone
 */
export async function offeredTo(
  ctx: Ctx,
  member: Member,
  { balance, hasTariff }: Has,
  rewardId: number | null = null,
): Promise<Offered[]> {
  const billed = [...billedKinds];
  const day = today(ctx);
  // Who was not counted yet stands where one stands without a point.
  // redemptions_subscriber (subscriber_id, redeemed_on desc), redemptions_wallet, subscribers_root,
  // loyalty_levels_pkey, reward_coupons_free (reward_id, id) where redemption_id is null
  const { rows } = await sql<Offered>`
    select w.id, w.name, w.kind, w.words, w.points,
           case when w.level_id is not null
                 and coalesce((select h.from_points from loyalty_levels h
                               where  h.id = ${member.levelId}), 0)
                     < (select n.from_points from loyalty_levels n where n.id = w.level_id)
                then 'level'
                when w.stock = 0 or (w.kind = 'coupon' and not exists (
                  select from reward_coupons c
                  where  c.reward_id = w.id and c.redemption_id is null)) then 'stock'
                when w.most_per_month <= (
                  select count(*) from redemptions d
                  where (d.subscriber_id in (select k.id from subscribers k
                                             where  k.root_id = ${member.subscriberId})
                         or d.wallet_id = ${member.walletId})
                  and    d.reward_id = w.id and d.state <> 'undone'
                  and    d.redeemed_on >= date_trunc('month', ${day}::date)) then 'month'
                when n.least_minor + ${spentMinor(day, sql`d.reward_id = w.id`)} > w.budget_minor
                  or n.least_minor + ${spentMinor(day, sql`true`)} > y.rewards_minor then 'budget'
                when not ${hasTariff} and w.kind = any(${billed}::text[]) then 'account'
                when w.points > ${balance} then 'points' end as stop
    from   rewards w
    cross  join loyalty_settings y
    cross  join lateral (
      select case when w.kind in ('goods', 'coupon', 'airtime') then w.value else 1 end
               as least_minor) n
    where  w.archived_at is null
    and   (w.level_id is null or not ${isControl(sql`${member.subscriberId}::bigint`)}
           or w.level_id = (select v.id from loyalty_levels v order by v.from_points limit 1))
    and   (${rewardId}::bigint is null or w.id = ${rewardId}::bigint)
    order  by w.points, w.id limit 200`.execute(ctx.db);
  return rows;
}
