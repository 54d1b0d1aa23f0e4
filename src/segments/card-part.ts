import { sql } from 'kysely';
import type { CardPart } from '../subscribers/index.ts';

/** The segments of a subscriber that are shown on cards. */
export const segmentsPart: CardPart = {
  key: 'segments',
  isOurWork: true,
  load: async (ctx, ids) => {
    // segment_members_subscriber (subscriber_id, since_at desc), segments_pkey
    const { rows } = await sql<{ id: number; name: string }>`
      select distinct g.id, g.name
      from   segment_members k join segments g on g.id = k.segment_id
      where  k.subscriber_id = any(${ids}::bigint[]) and k.until_at is null and g.is_badge
      order  by g.name, g.id limit 20`.execute(ctx.db);
    return rows.length === 0 ? null : rows;
  },
};
