import { type RawBuilder, sql } from 'kysely';

/**
 * The phone by which somebody is called, as SQL of their root's id: the main one, or the oldest.
 * subscribers_root (root_id), contacts_subscriber
 */
export const phoneOf = (rootId: RawBuilder<unknown>): RawBuilder<string | null> => sql`
  (select c.value from subscribers o join contacts c on c.subscriber_id = o.id
   where  o.root_id = ${rootId} and c.kind = 'phone' and c.removed_at is null
   order  by c.is_primary desc, c.id limit 1)`;
