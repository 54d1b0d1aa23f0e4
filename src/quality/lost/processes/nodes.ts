import { sql } from 'kysely';
import { accountLives, monthlyFeesMinor } from '../../../billing/index.ts';
import { wasStopped } from '../../../network/index.ts';
import { personOf, STAY_DAYS } from '../served.ts';
import type { LostProcess } from '../process.ts';

/** Within so many days of a contract its services have begun. */
const BEGUN_DAYS = 14;

/** Accounts connected where sales were stopped or warned of on that day. */
export const nodes: LostProcess = {
  outcome: 'stayed',
  days: STAY_DAYS,
  study: null,
  // Reads all accounts once; service_addresses_pkey, premises_pkey, buildings_pkey
  contacts: (ctx, { month, next }) => sql`
    select 'account' as kind, a.id as ref_id,
           a.connected_on::timestamp at time zone ${ctx.operator.timeZone} as at, s.root_id,
           ${personOf(sql`s.root_id`)} as person,
           -- Of a house that was typed by hand no technology is known.
           coalesce(b.technology, '') as stratum,
           ${wasStopped(ctx, sql`b.id`, sql`b.technology`, sql`a.connected_on`)} as is_wrong,
           coalesce(a.gone_on > a.connected_on + ${STAY_DAYS}::int, true) as is_good,
           f.fee_minor as worth_minor, null::bigint as amount
    from   ${accountLives(ctx)} a
    join   subscribers s on s.id = a.subscriber_id
    join   service_addresses e on e.id = a.service_address_id
    join   premises h on h.id = e.premise_id
    join   buildings b on b.id = h.building_id
    cross  join lateral (
      -- What is subscribed to a little later than the contract was still sold with it.
      select ${monthlyFeesMinor(sql`(a.connected_on + ${BEGUN_DAYS}::int)`)} as fee_minor) f
    where  a.connected_on >= ${month}::date and a.connected_on < ${next}::date
    and    a.currency = ${ctx.operator.currency} and f.fee_minor > 0`,
};
