import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadProgramme } from '../programme/load-programme.ts';

/**
 * Counts what friends have paid in time since they were connected; with enough months both sides
 * are rewarded, by the rule of points for it. A connection that was undone brings nothing.
 * @returns how many friendships are rewarded now
 */
export async function rewardFriends(ctx: Ctx, day: string): Promise<number> {
  const { friendMonths } = await loadProgramme(ctx);
  // friendships_open, paid_months_subscriber, deal_connections_live
  await sql`
    update friendships f
    set    state = 'refused', reason = 'by_hand', decided_at = ${ctx.clock.now()}
    where  f.state in ('connected', 'held')
    and    not exists (select from deal_connections c
                       where c.deal_id = f.deal_id and c.undone_at is null)`.execute(ctx.db);
  const counted = await sql`
    update friendships f
    set    paid_months = n.months,
           state = case when f.state = 'connected' and n.months >= ${friendMonths}
                        then 'rewarded' else f.state end,
           rewarded_on = case when f.state = 'connected' and n.months >= ${friendMonths}
                              then ${day}::date end
    from   friendships k
    cross  join lateral (
      select count(*) as months from paid_months m
      where  m.subscriber_id = k.friend_id and m.is_in_time
      and    m.month >= date_trunc('month', k.connected_on)) n
    where  f.id = k.id and k.state in ('connected', 'held')
    and    k.paid_months <> n.months
    returning f.state`.execute(ctx.db);
  return counted.rows.filter((row) => (row as { state: string }).state === 'rewarded').length;
}
