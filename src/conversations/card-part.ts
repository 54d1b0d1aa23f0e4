import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../subscribers/index.ts';
import type { OnCard } from './api/shapes.ts';

const MOST_SHOWN = 5;

/** The latest requests of a subscriber, the open ones first: a part of the 360° card. */
export const conversationsPart: CardPart = {
  key: 'conversations',
  isOurWork: true,
  load: async (ctx, ids) => {
    // conversations_subscriber (subscriber_id, opened_at desc)
    const { rows } = await sql<z.input<typeof OnCard>>`
      select c.id, c.number, c.subject, c.state, c.opened_at, c.closed_outcome,
             s.name as owner_name
      from   conversations c left join staff s on s.id = c.owner_staff_id
      where  c.subscriber_id = any(${ids}::bigint[]) and c.merged_into_id is null
      order  by c.state = 'closed', c.opened_at desc
      limit  ${MOST_SHOWN}`.execute(ctx.db);
    return rows.length === 0 ? null : rows;
  },
};
