import { sql } from 'kysely';
import { accountLives, monthlyFeesMinor, paidInTime } from '../../../billing/index.ts';
import { dayOf, personOf, STAY_DAYS } from '../served.ts';
import type { LostProcess } from '../process.ts';

/** Whoever was suspended so soon after being reminded or promising was not spared. */
const SPARED_DAYS = 31;

/**
 * Accounts that had been paid in time and were suspended for a debt, beside those of the same kind
 * that ran short too, and were reminded or took a promise instead.
 */
export const suspensions: LostProcess = {
  outcome: 'stayed',
  days: STAY_DAYS,
  study: null,
  // service_breaks_began, dunning_deeds_done, promises_taken, service_breaks_account
  contacts: (ctx, { from, to }) => {
    const day = dayOf(ctx, sql`f.at`);
    return sql`
    select 'account' as kind, a.id as ref_id, f.at, s.root_id,
           ${personOf(sql`s.root_id`)} as person, h.payment_mode as stratum, f.is_wrong,
           coalesce(a.gone_on > ${day} + ${STAY_DAYS}::int, true) as is_good,
           ${monthlyFeesMinor(day)} as worth_minor, null::bigint as amount
    from  (select distinct on (m.account_id) m.account_id, m.at, m.is_wrong
           from  (select k.account_id, k.began_at as at, true as is_wrong
                  from   service_breaks k
                  where  k.kind = 'suspended' and k.reason = 'debt'
                  and    k.began_at >= ${from} and k.began_at < ${to}
                  union  all
                  select e.account_id, e.done_at, false from dunning_deeds e
                  where  e.what in ('remind', 'offer')
                  and    e.done_at >= ${from} and e.done_at < ${to}
                  union  all
                  select p.account_id, p.taken_at, false from promises p
                  where  p.taken_at >= ${from} and p.taken_at < ${to}) m
           order  by m.account_id, m.is_wrong desc, m.at) f
    join   ${accountLives(ctx)} a on a.id = f.account_id
    join   accounts h on h.id = a.id and h.currency = ${ctx.operator.currency}
    join   subscribers s on s.id = a.subscriber_id
    where  ${paidInTime(ctx, sql`f.at`)} and ${monthlyFeesMinor(day)} > 0
    and    (f.is_wrong or not exists (
              select from service_breaks k
              where  k.account_id = a.id and k.reason = 'debt'
              and    k.began_at between f.at and f.at + ${SPARED_DAYS} * interval '1 day'))`;
  },
};
