import { type RawBuilder, sql } from 'kysely';

/**
 * Ids of the open households in which somebody stands under any of their records, as a query; by
 * the root's id. subscribers_root (root_id), household_members_subscriber, households_pkey
 */
export const householdsOf = (rootId: RawBuilder<unknown>): RawBuilder<{ id: number }> => sql<{
  id: number;
}>`
  select hh.id from subscribers hs
  join   household_members hm on hm.subscriber_id = hs.id
  join   households hh on hh.id = hm.household_id and hh.closed_at is null
  where  hs.root_id = ${rootId}`;
