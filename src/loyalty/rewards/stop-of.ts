import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Member } from '../members/find-member.ts';
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
 * moment of giving.
 * @param rewardId of one alone
 */
export async function offeredTo(
  ctx: Ctx,
  member: Member,
  { balance, hasTariff }: Has,
  rewardId: number | null = null,
): Promise<Offered[]> {
  const billed = [...billedKinds];
  // redemptions_subscriber (subscriber_id, redeemed_on desc), loyalty_levels_pkey,
  // reward_coupons_free (reward_id, id) where redemption_id is null
  const { rows } = await sql<Offered>`
    select w.id, w.name, w.kind, w.words, w.points,
           case when w.level_id is not null
                 and coalesce((select h.from_points from loyalty_levels h
                               where  h.id = ${member.levelId}), -1)
                     < (select n.from_points from loyalty_levels n where n.id = w.level_id)
                then 'level'
                when w.stock = 0 or (w.kind = 'coupon' and not exists (
                  select from reward_coupons c
                  where  c.reward_id = w.id and c.redemption_id is null)) then 'stock'
                when w.most_per_month <= (
                  select count(*) from redemptions d
                  where  d.subscriber_id = ${member.subscriberId} and d.reward_id = w.id
                  and    d.state <> 'undone'
                  and    d.redeemed_on >= date_trunc('month', ${today(ctx)}::date)) then 'month'
                when not ${hasTariff} and w.kind = any(${billed}::text[]) then 'account'
                when w.points > ${balance} then 'points' end as stop
    from   rewards w
    where  w.archived_at is null and (${rewardId}::bigint is null or w.id = ${rewardId}::bigint)
    order  by w.points, w.id limit 200`.execute(ctx.db);
  return rows;
}
