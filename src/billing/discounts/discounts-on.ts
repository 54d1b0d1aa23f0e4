import { type RawBuilder, sql } from 'kysely';

/**
 * What is taken off a subscription `s` on a day, of its own and of its account's, as `discounted`
 * takes it, and the bundle that it is in; to be joined laterally. discounts_account (account_id)
 */
export const discountsOn = (day: string): RawBuilder<unknown> => sql`lateral (
  select array_agg(d.value order by d.id) filter (where d.kind = 'percent') as percents,
         sum(d.value) filter (where d.kind = 'sum') as sums, max(b.name) as bundle
  from   discounts d left join bundles b on b.id = d.bundle_id
  where  d.account_id = s.account_id and (d.subscription_id is null or d.subscription_id = s.id)
  and    d.from_on <= ${day} and (d.to_on is null or d.to_on > ${day}))`;
