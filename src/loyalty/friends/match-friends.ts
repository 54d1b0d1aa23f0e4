import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';
import { likeness } from './likeness.ts';

/** Whoever was a subscriber so many days before is not new. */
const NEW_DAYS = 14;

/** A connection was undone; one that is made again is judged anew. */
const undone = sql`
  (x.state = 'refused' and x.reason = 'by_hand' and x.decided_by is null)`;

/**
 * Makes friendships of what was connected with a friend's code. Whoever is the same person, was
 * here before, or has brought the one who brings them, brings nothing; whoever has the phone, the
 * flat or the household of the friend waits until somebody has looked at it. All of it goes by
 * persons: one who has two records is brought once.
 * @param which a condition on `deals d`
 * @returns how many are new
 */
export async function matchFriends(ctx: Ctx, which: RawBuilder<unknown>): Promise<number> {
  const { mostFriends } = await loadProgramme(ctx);
  const day = today(ctx);
  // deals_referral_code (referral_code) where referral_code <> '',
  // deal_connections_live (deal_id) where undone_at is null, loyalty_members_code_key,
  // friendships_inviter (inviter_id, connected_on desc), friendships_friend_id_key,
  // friendships_deal (deal_id), subscribers_root (root_id)
  const made = await sql`
    with recursive found as materialized (
      select distinct on (f.id) i.id as inviter_id, f.id as friend_id, d.id as deal_id,
             (c.connected_at at time zone ${ctx.operator.timeZone})::date as connected_on,
             f.customer_since
      from   deals d
      join   deal_connections c on c.deal_id = d.id and c.undone_at is null
      join   subscribers o on o.id = d.subscriber_id
      join   subscribers f on f.id = o.root_id and f.erased_at is null
      join   loyalty_members b on b.code = upper(trim(d.referral_code))
      join   subscribers u on u.id = b.subscriber_id
      join   subscribers i on i.id = u.root_id and i.status <> 'left'
      where  d.referral_code <> '' and ${which}
      and    not exists (
               select from subscribers z join friendships x on x.friend_id = z.id
               where  z.root_id = f.id and not ${undone})
      and    not exists (select from friendships x where x.deal_id = d.id and not ${undone})
      order  by f.id, c.connected_at, d.id),
    above as (
      select n.friend_id, n.inviter_id as ancestor_id from found n
      union
      select a.friend_id, y.root_id
      from   above a
      join   subscribers z on z.root_id = a.ancestor_id
      join   friendships x on x.friend_id = z.id
      join   subscribers y on y.id = x.inviter_id),
    judged as (
      select n.*, case
        when n.inviter_id = n.friend_id then 'self'
        when exists (select from above a
                     where  a.friend_id = n.friend_id and a.ancestor_id = n.friend_id) then 'loop'
        when n.customer_since < n.connected_on - ${NEW_DAYS}::int then 'not_new'
        when (select count(distinct y.root_id)
              from   subscribers z
              join   friendships x on x.inviter_id = z.id
              join   subscribers y on y.id = x.friend_id
              where  z.root_id = n.inviter_id and x.state <> 'refused'
              and    x.connected_on > n.connected_on - interval '1 year')
             + row_number() over (partition by n.inviter_id order by n.connected_on, n.friend_id)
             > ${mostFriends} then 'ceiling'
        else ${likeness(sql`n.inviter_id`, sql`n.friend_id`)} end as reason
      from   found n)
    insert into friendships (inviter_id, friend_id, deal_id, connected_on, state, reason, made_at)
    select j.inviter_id, j.friend_id, j.deal_id, j.connected_on,
           case when j.reason = '' then 'connected'
                when j.reason in ('phone', 'household', 'address') then 'held'
                else 'refused' end, j.reason, ${ctx.clock.now()}
    from   judged j
    where  j.connected_on <= ${day}
    order  by j.friend_id
    on     conflict (friend_id) do update
    set    inviter_id = excluded.inviter_id, deal_id = excluded.deal_id,
           connected_on = excluded.connected_on, state = excluded.state,
           reason = excluded.reason, made_at = excluded.made_at, paid_months = 0,
           decided_at = null
    where  exists (select from friendships x where x.id = friendships.id and ${undone})`.execute(
    ctx.db,
  );
  return Number(made.numAffectedRows ?? 0n);
}
