import { sql } from 'kysely';
import { isContact, standing, wholeOf } from '../../../conversations/index.ts';
import { BUY_DAYS, personOf } from '../served.ts';
import type { LostProcess } from '../process.ts';

const whole = wholeOf(sql`c.id`);

/** Requests to be connected that were called back later than promised, or never. */
export const callbacks: LostProcess = {
  outcome: 'bought',
  days: BUY_DAYS,
  study: null,
  // conversations_opened (opened_at, id), deals_conversation, leads_conversation_id_key
  contacts: (ctx, { from, to }) => sql`
    select 'conversation' as kind, c.id as ref_id, c.opened_at as at, s.root_id,
           coalesce(${personOf(sql`s.root_id`)}, 'd' || d.id, 'c' || c.id) as person,
           c.channel as stratum,
           coalesce(not ${standing(ctx, 'within')}, true) as is_wrong,
           coalesce(d.closed_at <= c.opened_at + ${BUY_DAYS} * interval '1 day', false) as is_good,
           d.monthly_minor as worth_minor, c.touch_seconds as amount
    from   conversations c
    left   join lateral (
      select e.id, e.subscriber_id, case when e.state = 'won' then e.closed_at end as closed_at,
             case when e.currency = ${ctx.operator.currency} then e.monthly_minor end
               as monthly_minor
      from  (select o.id from deals o where o.conversation_id in ${whole}
             union
             select l.deal_id from leads l
             where  l.conversation_id in ${whole} and l.deal_id is not null) k
      join   deals e on e.id = k.id
      order  by (e.state = 'won') desc, e.id limit 1) d on true
    left   join subscribers s on s.id = coalesce(d.subscriber_id, c.subscriber_id)
    where  c.opened_at >= ${from} and c.opened_at < ${to} and c.merged_into_id is null
    and    ${isContact}
    and    coalesce(c.closed_outcome not in ('not_a_request', 'wrong_number', 'merged'), true)
    and    (c.subject = 'connect' or d.id is not null
            or exists (select from leads l where l.conversation_id in ${whole}))
    and    (c.touched_at is not null
            or least(c.closed_at, ${ctx.clock.now()}::timestamptz) > c.touch_due_at)`,
};
