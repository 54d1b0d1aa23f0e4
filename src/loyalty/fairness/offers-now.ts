import { type RawBuilder, sql } from 'kysely';
import { newestInForce } from '../../catalog/index.ts';

export const YEAR_DAYS = 365;

/**
 * The tariffs that are sold on a day, as a SELECT, and what a newcomer pays for each: `minor` is
 * the mean of a first year with the best promotion that is given on the day.
 */
export const offersNow = (day: string): RawBuilder<unknown> => sql`
  select p.id as product_id, p.service, p.eligibility = '[]' as is_for_all,
         n.id as version_id, n.currency, n.speed_kbps, n.technologies,
         n.monthly_fee_minor - coalesce((
           select max(case m.kind when 'percent' then n.monthly_fee_minor * m.value / 10000.0
                                  else least(m.value, n.monthly_fee_minor) end
                      * least(coalesce(m.lasts_days, ${YEAR_DAYS}), ${YEAR_DAYS})
                      / ${YEAR_DAYS}::numeric)
           from   promotions m
           where  m.archived_at is null and (m.product_id is null or m.product_id = p.id)
           and    m.offered_from <= ${day} and coalesce(m.offered_to, ${day}) >= ${day}), 0)
           as minor
  from   products p cross join ${newestInForce(day)} n
  where  p.kind = 'tariff' and p.archived_at is null`;
