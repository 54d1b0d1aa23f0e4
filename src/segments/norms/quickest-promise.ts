import { sql } from 'kysely';
import type { Quicker, QuickerPromise } from '../../norms/index.ts';

/** The shortest of what is promised to the segments that subscribers stand in. */
export const quickestPromise: QuickerPromise = async (ctx, kinds, subscriberIds) => {
  // subscribers_pkey, subscribers_root, segment_members_subscriber, segment_norms_pkey
  const { rows } = await sql<Quicker>`
    select s.id as subscriber_id, n.kind, min(n.target_seconds) as seconds
    from   subscribers s
    join   subscribers m on m.root_id = s.root_id
    join   segment_members k on k.subscriber_id = m.id and k.until_at is null
    join   segments g on g.id = k.segment_id and g.archived_at is null
    join   segment_norms n on n.segment_id = g.id and n.kind = any(${[...kinds]}::text[])
    where  s.id = any(${[...subscriberIds]}::bigint[])
    group  by s.id, n.kind`.execute(ctx.db);
  return rows;
};
