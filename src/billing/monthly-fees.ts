import { type RawBuilder, sql } from 'kysely';

/**
 * What an account pays a month for what it subscribes to on a day, discounts left out: a subquery,
 * beside `accounts a`. Relies on subscriptions_account (account_id).
 */
export const monthlyFeesMinor = (day: string | RawBuilder<unknown>) => sql`(
  select coalesce(sum(coalesce(x.monthly_fee_minor, v.monthly_fee_minor)), 0)::bigint
  from   subscriptions x join product_versions v on v.id = x.product_version_id
  where  x.account_id = a.id
  and    coalesce(x.started_on, '-infinity') <= (${day})::date
  and    coalesce(x.ended_on, 'infinity') > (${day})::date)`;
