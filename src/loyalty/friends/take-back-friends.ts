import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { reverseEarnings } from '../earning/reverse-earnings.ts';
import { loadProgramme } from '../programme/load-programme.ts';

type Lost = { id: number; rewardedOn: string };

/**
 * Friends whose months are fewer by what went back, and no longer enough, have not paid long enough
 * yet: what both sides had for it is taken back until they have.
 * @param changedIds whose months were counted again
 * @returns how many earnings
 */
export async function takeBackFriends(ctx: Ctx, changedIds: readonly number[]): Promise<number> {
  const { friendMonths } = await loadProgramme(ctx);
  // subscribers_pkey, subscribers_root (root_id), friendships_friend_id_key, paid_months_subscriber
  return takeBack(
    ctx,
    sql`
    select f.id, f.rewarded_on, n.months
    from   subscribers o
    join   subscribers z on z.root_id = o.root_id
    join   friendships f on f.friend_id = z.id and f.state = 'rewarded'
    cross  join lateral (
      select count(distinct m.month) as months
      from   subscribers y join paid_months m on m.subscriber_id = y.id
      where  y.root_id = o.root_id and m.is_in_time and m.month >= f.connected_on) n
    where  o.id = any(${[...changedIds]}::bigint[])
    and    n.months < f.paid_months and n.months < ${friendMonths}`,
    sql`state = 'connected', paid_months = w.months`,
  );
}

/**
 * A friend whose connection was undone after all was never connected.
 * @returns how many earnings were taken back
 */
export const takeBackUndone = (ctx: Ctx): Promise<number> =>
  // friendships_rewarded, deal_connections_deal (deal_id, id), deal_connections_live
  takeBack(
    ctx,
    sql`
    select f.id, f.rewarded_on, 0 as months
    from   friendships f
    where  f.rewarded_on is not null
    and    exists (select from deal_connections c where c.deal_id = f.deal_id)
    and    not exists (select from deal_connections c
                       where  c.deal_id = f.deal_id and c.undone_at is null)`,
    sql`state = 'refused', reason = 'by_hand', decided_at = ${ctx.clock.now()}, decided_by = null`,
  );

async function takeBack(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  become: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<Lost>`
    with which as materialized (select distinct * from (${which}) x)
    update friendships f
    set    ${become}, rewarded_on = null, taken_back = f.taken_back + 1
    from   which w where w.id = f.id
    returning w.id, w.rewarded_on`.execute(ctx.db);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  const days = rows.map(({ rewardedOn }) => rewardedOn);
  // point_earnings_rule (rule_id, earned_on)
  return reverseEarnings(
    ctx,
    sql`e.id in (
      select g.id
      from   unnest(${ids}::bigint[], ${days}::date[]) as c(id, day)
      join   earning_rules r on r.signal = 'friend'
      join   point_earnings g on g.rule_id = r.id and g.earned_on = c.day and g.subject_id = c.id)`,
    'friend_lost',
  );
}
