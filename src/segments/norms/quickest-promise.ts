import { sql } from 'kysely';
import type { QuickerPromise } from '../../norms/index.ts';

/** The shortest of what is promised to the segments that a subscriber stands in. */
export const quickestPromise: QuickerPromise = async (ctx, kind, subscriberId) => {
  // segment_norms_pkey (kind, segment_id), subscribers_root, segment_members_subscriber
  const { rows } = await sql<{ seconds: number | null }>`
    select min(n.target_seconds) as seconds
    from   segment_norms n
    join   segments g on g.id = n.segment_id and g.archived_at is null
    where  n.kind = ${kind} and exists (
      select from subscribers s
      join   subscribers m on m.root_id = s.root_id
      join   segment_members k on k.subscriber_id = m.id
      where  s.id = ${subscriberId} and k.segment_id = g.id and k.until_at is null)`.execute(
    ctx.db,
  );
  return rows[0]?.seconds ?? null;
};
