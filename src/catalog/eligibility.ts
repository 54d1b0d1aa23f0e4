import { type RawBuilder, sql } from 'kysely';
import type { EligibilityRule } from './api.ts';

/** Of whom it is asked whether they may take something. Days are `YYYY-MM-DD`. */
export type Taker = {
  kind: 'person' | 'organisation';
  /** Since when they have had anything; null: never. */
  sinceOn: string | null;
  /** What they have now. */
  productIds: readonly number[];
  /** What reaches their address; null: not known. */
  technology: string | null;
  buildingId: number | null;
  on: string;
};

/**
 * The first rule that keeps somebody from taking a product; null where all hold. `eligible` is the
 * same in SQL, for many at once. What asks for friends is never taken by oneself.
 */
export const firstBroken = (
  rules: readonly EligibilityRule[],
  taker: Taker,
): EligibilityRule | null => rules.find((rule) => !holds(rule, taker)) ?? null;

function holds(rule: EligibilityRule, taker: Taker): boolean {
  switch (rule.rule) {
    case 'subscriber_kind':
      return rule.kind === taker.kind;
    case 'newcomer':
      return taker.sinceOn === null || taker.sinceOn >= taker.on;
    case 'tenure':
      return taker.sinceOn !== null && monthsAfter(taker.sinceOn, rule.leastMonths) <= taker.on;
    case 'has':
      return rule.productIds.some((id) => taker.productIds.includes(id));
    case 'has_not':
      return !rule.productIds.some((id) => taker.productIds.includes(id));
    case 'has_all':
      return rule.productIds.every((id) => taker.productIds.includes(id));
    case 'friends':
      return false;
    case 'technology':
      return rule.technologies.some((one) => one === taker.technology);
    case 'buildings':
      return taker.buildingId !== null && rule.buildingIds.includes(taker.buildingId);
  }
}

/** The same day so many months later; the month's last where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const later = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return later.toISOString().slice(0, 10);
}

/**
 * Whether a taker may take a product, as a condition.
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
