import { sql } from 'kysely';
import { dayOf, personOf, servedOn, STAY_DAYS } from '../served.ts';
import type { LostProcess } from '../process.ts';

/** So many of those who do not overpay are enough to compare with. */
const ENOUGH = 20_000;

/** Loyal subscribers who paid more than a newcomer would, beside loyal ones who did not. */
export const prices: LostProcess = {
  outcome: 'stayed',
  days: STAY_DAYS,
  study: null,
  // overpaid_kept_pkey (month, subscriber_id); of the others an even part, by their ids
  contacts: (ctx, { month }) => {
    const day = dayOf(ctx, sql`f.at`);
    return sql`
    with kept as materialized (
      select k.subscriber_id, k.gap_minor, k.kept_at from overpaid_kept k
      where  k.month = ${month}::date),
    loyal as materialized (
      select s.id, s.customer_since, x.at
      from  (select min(kept_at) as at from kept having count(*) > 0) x
      join   loyalty_settings y on true
      join   subscribers s on s.merged_into_id is null
             and s.customer_since <= ${dayOf(ctx, sql`x.at`)} - y.loyal_months * interval '1 month'
             and (s.left_on is null or s.left_on > ${dayOf(ctx, sql`x.at`)}))
    select 'subscriber' as kind, f.id as ref_id, f.at, f.id as root_id,
           ${personOf(sql`f.id`)} as person,
           least(5, extract(year from age(${day}, f.customer_since)))::text as stratum,
           f.gap_minor is not null as is_wrong, later.is_here as is_good,
           own.fee_minor as worth_minor, f.gap_minor as amount
    from  (select s.root_id as id, r.customer_since, k.kept_at as at, k.gap_minor
           from   kept k
           join   subscribers s on s.id = k.subscriber_id
           join   subscribers r on r.id = s.root_id
           union  all
           select l.id, l.customer_since, l.at, null
           from   loyal l
           where  l.id % greatest(1, (select count(*) from loyal) / ${sql.lit(ENOUGH)}) = 0
           and    not exists (select from kept k where k.subscriber_id = l.id)) f
    cross  join lateral ${servedOn(ctx, sql`f.id`, day)} own
    cross  join lateral ${servedOn(ctx, sql`f.id`, sql`${day} + ${STAY_DAYS}::int`)} later
    where  own.is_here and own.fee_minor > 0`;
  },
};
