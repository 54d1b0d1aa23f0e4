import { type RawBuilder, sql } from 'kysely';
import type { Line } from './offers.ts';

/** To whom something is sold, and where. */
export type Buyer = { subscriberId: number | null; buildingId: number | null };

/**
 * A buyer as whoever takes something, a row for each technology that reaches the address: since_on,
 * product_ids, technology, building_id, day, kind. Somebody of whom nothing is known yet is a
 * person and a newcomer.
 * @param day `YYYY-MM-DD`
 * @param lines by which the address is reached; none, or null where nobody knows: one row of none
 */
export function takersOver(
  day: string,
  { subscriberId, buildingId }: Buyer,
  lines: readonly Pick<Line, 'technology'>[] | null,
): RawBuilder<unknown> {
  const known = (lines ?? []).map(({ technology }) => technology);
  const technologies = known.length > 0 ? known : [null];
  // subscribers_root, accounts_subscriber, subscriptions_account
  return sql`
    select h.since_on, h.product_ids, x.technology, ${buildingId}::bigint as building_id,
           ${day}::date as day,
           coalesce((select r.kind from subscribers own join subscribers r on r.id = own.root_id
                     where own.id = ${subscriberId}), 'person') as kind
    from   (
      select min(coalesce(s.started_on, r.customer_since, a.created_at::date)) as since_on,
             coalesce(array_agg(w.product_id) filter (
               where coalesce(s.started_on <= ${day}, true)
               and   coalesce(s.ended_on > ${day}, true)), '{}') as product_ids
      from   subscribers own
      join   subscribers r on r.id = own.root_id
      join   subscribers k on k.root_id = r.id
      join   accounts a on a.subscriber_id = k.id and not a.is_taken_back
      join   subscriptions s on s.account_id = a.id
      join   product_versions w on w.id = s.product_version_id
      where  own.id = ${subscriberId}) h
    cross  join unnest(${technologies}::text[]) as x (technology)`;
}
