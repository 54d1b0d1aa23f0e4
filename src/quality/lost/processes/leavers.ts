import { sql } from 'kysely';
import { dayOf, personOf, servedOn, STAY_DAYS } from '../served.ts';
import type { LostProcess } from '../process.ts';

/**
 * Those who said that they leave, and were offered nothing to stay. Whose reason no offer answers,
 * such as a move to where there is no line, is no loss of the process.
 */
export const leavers: LostProcess = {
  outcome: 'stayed',
  days: STAY_DAYS,
  // “Just stop paying”, 63 %, and “come and write an application”, 28 %.
  study: 0.91,
  // retention_cases_opened (opened_at, id), case_offers_once
  contacts: (ctx, { from, to }) => {
    const day = dayOf(ctx, sql`k.opened_at`);
    return sql`
    select 'case' as kind, k.id as ref_id, k.opened_at as at, s.root_id,
           ${personOf(sql`s.root_id`)} as person, k.source as stratum,
           not exists (select from case_offers o
                       where  o.case_id = k.id and o.undone_at is null) as is_wrong,
           later.is_here as is_good, own.fee_minor as worth_minor, null::bigint as amount
    from   retention_cases k
    join   subscribers s on s.id = k.subscriber_id
    left   join leaving_reasons y on y.id = k.reason_id
    left   join leaving_reasons g on g.id = coalesce(y.parent_id, y.id)
    cross  join lateral ${servedOn(ctx, sql`s.root_id`, day)} own
    cross  join lateral ${servedOn(ctx, sql`s.root_id`, sql`${day} + ${STAY_DAYS}::int`)} later
    where  k.opened_at >= ${from} and k.opened_at < ${to} and k.state = 'closed'
    and    k.outcome <> 'mistake' and k.source in ('words', 'hand', 'closing', 'port_out')
    and    coalesce(g.takes_offers, true)
    and    own.is_here and own.fee_minor > 0`;
  },
};
