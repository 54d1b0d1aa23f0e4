import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { likeness } from './likeness.ts';

/**
 * Counts what friends have paid in time, in whole months since they were connected; with enough of
 * them both sides are rewarded, by the rule of points for it, where the friend is still here. What
 * they are found to have in common by then, and nobody has looked at, waits. A connection that was
 * undone brings nothing, nor does whoever turns out to be the same person as the one who has
 * brought them, or as another friend.
 * @returns how many friendships are rewarded now
 */
export async function rewardFriends(ctx: Ctx, day: string): Promise<number> {
  const { friendMonths } = await loadProgramme(ctx);
  // friendships_open, paid_months_subscriber, deal_connections_live, subscribers_root,
  // friendships_friend_id_key
  await sql`
    update friendships f
    set    state = 'refused', reason = 'by_hand', decided_at = ${ctx.clock.now()}
    where  f.state in ('connected', 'held')
    and    not exists (select from deal_connections c
                       where c.deal_id = f.deal_id and c.undone_at is null)`.execute(ctx.db);
  const { rows } = await sql<{ state: string }>`
    with counted as (
      select k.id, k.decided_at, i.root_id as inviter_id, s.id as friend_id, n.months,
             k.state = 'connected' and s.status in ('active', 'suspended')
               and n.months >= ${friendMonths} as is_due,
             exists (select from subscribers z join friendships x on x.friend_id = z.id
                     where  z.root_id = s.id and x.id <> k.id
                     and   (x.state = 'rewarded' or (x.state = 'connected' and x.id < k.id)))
               as is_again
      from   friendships k
      join   subscribers i on i.id = k.inviter_id
      join   subscribers o on o.id = k.friend_id
      join   subscribers s on s.id = o.root_id
      cross  join lateral (
        select count(distinct m.month) as months
        from   subscribers z join paid_months m on m.subscriber_id = z.id
        where  z.root_id = s.id and m.is_in_time and m.month >= k.connected_on) n
      where  k.state in ('connected', 'held')),
    judged as materialized (
      select c.id, c.months, c.is_due,
             case when not c.is_due then ''
                  when c.inviter_id = c.friend_id then 'self'
                  when c.is_again then 'not_new'
                  when c.decided_at is not null then ''
                  else ${likeness(sql`c.inviter_id`, sql`c.friend_id`)} end as reason
      from   counted c)
    update friendships f
    set    paid_months = j.months,
           reason = case when j.reason = '' then f.reason else j.reason end,
           state = case when not j.is_due then f.state when j.reason = '' then 'rewarded'
                        when j.reason in ('self', 'not_new') then 'refused' else 'held' end,
           rewarded_on = case when j.is_due and j.reason = '' then ${day}::date end
    from   judged j
    where  f.id = j.id and (f.paid_months <> j.months or j.is_due)
    returning f.state`.execute(ctx.db);
  return rows.filter(({ state }) => state === 'rewarded').length;
}
