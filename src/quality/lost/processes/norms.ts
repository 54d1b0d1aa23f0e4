import { sql } from 'kysely';
import { dayOf, personOf, servedOn, STAY_DAYS } from '../served.ts';
import type { LostProcess } from '../process.ts';

/**
 * Those who had a ticket solved later than promised, or not yet. A month of somebody is one
 * contact; whoever has more tickets is late more often and leaves more often, and is compared with
 * their like.
 */
export const norms: LostProcess = {
  outcome: 'stayed',
  days: STAY_DAYS,
  study: null,
  // tickets_opened (opened_at, id), ticket_clocks_ticket (ticket_id, id)
  contacts: (ctx, { from, to }) => {
    const day = dayOf(ctx, sql`t.at`);
    return sql`
    select 'ticket' as kind, t.id as ref_id, t.at, t.root_id,
           ${personOf(sql`t.root_id`)} as person,
           t.category_id || case when t.tickets > 1 then ' more' else '' end as stratum,
           t.is_late as is_wrong, later.is_here as is_good, own.fee_minor as worth_minor,
           t.over_seconds as amount
    from  (select distinct on (f.root_id) f.id, f.at, f.root_id, f.category_id, f.is_late,
                  f.over_seconds, count(*) over (partition by f.root_id) as tickets
           from  (select k.id, k.opened_at as at, s.root_id, k.category_id,
                         case when c.met_at is not null then c.spent_seconds > c.norm_seconds
                              else k.due_at < ${ctx.clock.now()} end as is_late,
                         c.spent_seconds - c.norm_seconds as over_seconds
                  from   tickets k
                  join   subscribers s on s.id = k.subscriber_id
                  join   ticket_clocks c on c.ticket_id = k.id and c.kind = 'resolution'
                  where  k.opened_at >= ${from} and k.opened_at < ${to} and k.root_id is null
                  and    (c.met_at is not null or k.due_at < ${ctx.clock.now()} and not exists (
                            select from ticket_clocks o
                            where  o.ticket_id = k.id and o.met_at is null and o.id <> c.id))) f
           order  by f.root_id, f.is_late desc, f.at, f.id) t
    cross  join lateral ${servedOn(ctx, sql`t.root_id`, day)} own
    cross  join lateral ${servedOn(ctx, sql`t.root_id`, sql`${day} + ${STAY_DAYS}::int`)} later
    where  own.is_here and own.fee_minor > 0`;
  },
};
