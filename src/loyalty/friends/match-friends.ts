import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import { loadProgramme } from '../programme/load-programme.ts';

/** Whoever was a subscriber so many days before is not new. */
const NEW_DAYS = 14;

/**
 * Makes friendships of what was connected with a friend's code. Whoever is the same person, was
 * here before, or has brought the one who brings them, brings nothing; whoever has the phone, the
 * flat or the household of the friend waits until somebody has looked at it.
 * @param which a condition on `deals d`
 * @returns how many are new
 */
export async function matchFriends(ctx: Ctx, which: RawBuilder<unknown>): Promise<number> {
  const { mostFriends } = await loadProgramme(ctx);
  const day = today(ctx);
  // deals_referral_code (referral_code) where referral_code <> '',
  // deal_connections_live (deal_id) where undone_at is null, loyalty_members_code_key,
  // contacts_subscriber, contacts_value, service_addresses_subscriber,
  // service_addresses_premise, household_members_subscriber,
  // friendships_inviter (inviter_id, connected_on desc)
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
      and    not exists (select from friendships x where x.friend_id = f.id)
      order  by f.id, c.connected_at, d.id),
    above as (
      select n.friend_id, n.inviter_id as ancestor_id, 1 as depth from found n
      union all
      select a.friend_id, x.inviter_id, a.depth + 1
      from   above a join friendships x on x.friend_id = a.ancestor_id
      where  a.depth < 50),
    judged as (
      select n.*, case
        when n.inviter_id = n.friend_id then 'self'
        when exists (select from above a
                     where  a.friend_id = n.friend_id and a.ancestor_id = n.friend_id) then 'loop'
        when n.customer_since < n.connected_on - ${NEW_DAYS}::int then 'not_new'
        when (select count(*) from friendships x
              where  x.inviter_id = n.inviter_id and x.state <> 'refused'
              and    x.connected_on > n.connected_on - interval '1 year')
             + row_number() over (partition by n.inviter_id order by n.connected_on, n.friend_id)
             > ${mostFriends} then 'ceiling'
        when exists (
          select from subscribers im join contacts ic on ic.subscriber_id = im.id
          join   contacts fc on fc.kind = ic.kind and fc.value = ic.value
                 and fc.removed_at is null
          join   subscribers fm on fm.id = fc.subscriber_id and fm.root_id = n.friend_id
          where  im.root_id = n.inviter_id and ic.removed_at is null) then 'phone'
        when exists (
          select from subscribers im join household_members ih on ih.subscriber_id = im.id
          join   household_members fh on fh.household_id = ih.household_id
          join   subscribers fm on fm.id = fh.subscriber_id and fm.root_id = n.friend_id
          where  im.root_id = n.inviter_id) then 'household'
        when exists (
          select from subscribers im join service_addresses ia on ia.subscriber_id = im.id
          join   service_addresses fa on fa.premise_id = ia.premise_id and fa.removed_at is null
          join   subscribers fm on fm.id = fa.subscriber_id and fm.root_id = n.friend_id
          where  im.root_id = n.inviter_id and ia.removed_at is null) then 'address'
        else '' end as reason
      from   found n)
    insert into friendships (inviter_id, friend_id, deal_id, connected_on, state, reason, made_at)
    select j.inviter_id, j.friend_id, j.deal_id, j.connected_on,
           case when j.reason = '' then 'connected'
                when j.reason in ('phone', 'household', 'address') then 'held'
                else 'refused' end, j.reason, ${ctx.clock.now()}
    from   judged j
    where  j.connected_on <= ${day}
    order  by j.friend_id
    on     conflict (friend_id) do nothing`.execute(ctx.db);
  return Number(made.numAffectedRows ?? 0n);
}
