import { type RawBuilder, sql } from 'kysely';

/**
 * Accounts as takers of something, a row each: account_id, kind, since_on, product_ids, technology,
 * building_id, day. What the holder's other accounts have counts too.
 * @param on the day on which it is taken
 * @param which a condition on `accounts a`
 */
export function takers(on: string, which: RawBuilder<unknown>): RawBuilder<unknown> {
  // subscribers_root (root_id), accounts_subscriber, subscriptions_account (account_id)
  return sql`
    select a.id as account_id, r.kind, h.since_on, coalesce(h.product_ids, '{}') as product_ids,
           b.technology, b.id as building_id, ${on}::date as day
    from   accounts a
    join   subscribers own on own.id = a.subscriber_id
    join   subscribers r on r.id = own.root_id
    left   join service_addresses x on x.id = a.service_address_id
    left   join premises p on p.id = x.premise_id
    left   join buildings b on b.id = p.building_id
    left   join lateral (
      select min(coalesce(s.started_on, r.customer_since, c.created_at::date)) as since_on,
             array_agg(v.product_id) filter (
               where coalesce(s.started_on <= ${on}::date, true)
               and   (s.ended_on is null or s.ended_on > ${on}::date)) as product_ids
      from   subscribers k
      join   accounts c on c.subscriber_id = k.id and not c.is_taken_back
      join   subscriptions s on s.account_id = c.id
      join   product_versions v on v.id = s.product_version_id
      where  k.root_id = r.id) h on true
    where  ${which}`;
}
