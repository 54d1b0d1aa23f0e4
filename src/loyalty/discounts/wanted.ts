import { type RawBuilder, sql } from 'kysely';
import { isControl } from '../../retention/index.ts';
import { staying } from '../friends/tree.ts';
import { lastMonth } from '../members/last-month.ts';
import type { KeptKind } from './kinds.ts';

/**
 * Who should have how many percent off on a day: a SELECT of `subscriber_id` of a root, `reached`,
 * which is what they are given for, and `percent`. Nothing of it is for the permanent control, or
 * it would be none.
 */
export const wanted: Readonly<Record<KeptKind, (day: string) => RawBuilder<unknown>>> = {
  friends: () => wantedForFriends(sql`friend_steps`),
  privilege: (day) => wantedPrivileges(day, sql`privilege_steps`),
};

/** The same for friends who stay, by some `steps` of `friends` and `percent`. */
export const wantedForFriends = (steps: RawBuilder<unknown>): RawBuilder<unknown> => sql`
    select n.inviter_id as subscriber_id, n.friends as reached,
           coalesce((select e.percent from ${steps} e
                     where  e.friends <= n.friends order by e.friends desc limit 1), 0) as percent
    from  (select i.root_id as inviter_id, count(distinct o.root_id) as friends
           from   ${staying}
           group  by 1) n
    where  not ${isControl(sql`n.inviter_id`)}`;

/**
 * The same for years here and months in time, by some `steps` of `kind`, `months` and `percent`. A
 * month that was not paid in time halves what the years give until the next one is, and the row of
 * months in time is halved by itself.
 */
export const wantedPrivileges = (
  day: string,
  steps: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
    -- reads everybody who takes part, once a night
    select s.id as subscriber_id, n.months as reached,
           coalesce((select case when coalesce(m.is_in_time, true) then e.percent
                                 else e.percent / 2 end
                     from   ${steps} e
                     where  e.kind = 'tenure' and e.months <= n.months
                     order  by e.months desc limit 1), 0)
           + coalesce((select e.percent from ${steps} e
                       where  e.kind = 'streak' and e.months <= m.streak
                       order  by e.months desc limit 1), 0) as percent
    from   subscribers s
    cross  join lateral (
      select (extract(year from age(${day}::date, s.customer_since)) * 12
              + extract(month from age(${day}::date, s.customer_since)))::int as months) n
    left   join lateral ${lastMonth(sql`k.root_id = s.id`)} m on true
    where  s.merged_into_id is null and s.erased_at is null
    and    s.status in ('active', 'suspended') and s.customer_since <= ${day}
    and    exists (select from ${steps} e) and not ${isControl(sql`s.id`)}`;
