import { sql } from 'kysely';
import type { TimelineRow, TimelineSource } from '../subscribers/index.ts';

const types = ['segments.entered', 'segments.left'] as const;

/**
 * When somebody came into a segment and went out of it: a counting leaves one event for all, so
 * each one's past is read from the members themselves. Leaving rows have odd numbers.
 */
export const membershipSource: TimelineSource = {
  name: 'segments',
  types,
  load: async (ctx, ids, { before, limit, types: asked }) => {
    // segment_members_subscriber (subscriber_id, since_at desc), segments_pkey
    const { rows } = await sql<TimelineRow>`
      select x.id, x.at, x.type, 'segment' as subject_kind, g.id as subject_id,
             jsonb_build_object('name', g.name) as facts
      from   segment_members k
      join   segments g on g.id = k.segment_id
      cross  join lateral (
        values (k.id * 2, k.since_at, ${types[0]}), (k.id * 2 + 1, k.until_at, ${types[1]})
      ) x (id, at, type)
      where  k.subscriber_id = any(${ids}::bigint[]) and x.at is not null
      and    x.type = any(${[...(asked ?? types)]}::text[])
      and    (x.at, x.id) < (${before.at}::timestamptz, ${before.id}::bigint)
      order  by x.at desc, x.id desc
      limit  ${limit}`.execute(ctx.db);
    return rows;
  },
};
