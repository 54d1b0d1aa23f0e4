import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a taker may take a product, as a condition. What asks for friends is never taken by
 * oneself.
 * @param rules of the product, jsonb
 * @param t a row with the columns kind, since_on, product_ids, technology, building_id and day
 */
export function eligible(rules: RawBuilder<unknown>, t: RawBuilder<unknown>): RawBuilder<boolean> {
  const ids = sql`array(select jsonb_array_elements_text(r -> 'productIds')::bigint)`;
  return sql<boolean>`not exists (
    select from jsonb_array_elements(${rules}) r
    where  not coalesce(case r ->> 'rule'
             when 'subscriber_kind' then r ->> 'kind' = ${t}.kind
             when 'newcomer' then coalesce(${t}.since_on >= ${t}.day, true)
             when 'tenure' then (${t}.since_on
                                 + (r ->> 'leastMonths')::integer * interval '1 month') <= ${t}.day
             when 'has' then ${t}.product_ids && ${ids}
             when 'has_not' then not ${t}.product_ids && ${ids}
             when 'has_all' then ${t}.product_ids @> ${ids}
             when 'friends' then false
             when 'technology' then r -> 'technologies' ? ${t}.technology
             when 'buildings' then r -> 'buildingIds' @> to_jsonb(${t}.building_id)
           end, false))`;
}
