import { type RawBuilder, sql } from 'kysely';

/**
 * The version of a product `p` that is sold on a day: the newest of those that are in force; to be
 * joined laterally.
 * @param on `YYYY-MM-DD`
 */
export const newestInForce = (on: string): RawBuilder<unknown> => sql`lateral (
  select o.id, o.monthly_fee_minor, o.connection_fee_minor, o.currency, o.speed_kbps,
         o.technologies, o.tv_channels, o.cost_minor, o.least_months, o.leaving_fee_minor,
         o.instalments
  from   product_versions o
  where  o.product_id = p.id and o.valid_from <= ${on}::date
  order  by o.version desc limit 1)`;
