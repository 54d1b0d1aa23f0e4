import { type RawBuilder, sql } from 'kysely';

/**
 * Where somebody and whoever was merged with them live: what is primary, else the latest; to be
 * joined laterally. subscribers_root (root_id), service_addresses_subscriber, premises_pkey
 * @param root the id of the root
 */
export const homeOf = (root: RawBuilder<unknown>): RawBuilder<unknown> => sql`lateral (
  select f.building_id, f.flat, a.raw_text
  from   subscribers m
  join   service_addresses a on a.subscriber_id = m.id
  left   join premises f on f.id = a.premise_id
  where  m.root_id = ${root} and a.removed_at is null
  order  by a.is_primary desc, a.id desc limit 1)`;
