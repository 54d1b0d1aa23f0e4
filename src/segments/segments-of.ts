import { type RawBuilder, sql } from 'kysely';

/** The segments that a subscriber is in now, by the root's id, as an array in SQL. */
export const segmentsOf = (rootId: RawBuilder<unknown>): RawBuilder<unknown> =>
  // segment_members_subscriber (subscriber_id, since_at desc)
  sql`array(select m.segment_id from segment_members m
            where  m.subscriber_id = ${rootId} and m.until_at is null)`;
