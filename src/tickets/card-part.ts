import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../subscribers/index.ts';
import type { TicketLine } from './api/open.ts';
import { lineColumns, lineJoins } from './queries.ts';
import { reaches } from './reach.ts';

const MOST_SHOWN = 5;

/** The latest tickets of a subscriber, the open ones first: a part of the 360° card. */
export const ticketsPart: CardPart = {
  key: 'tickets',
  isOurWork: true,
  load: async (ctx, ids) => {
    // tickets_subscriber (subscriber_id, opened_at desc)
    const { rows } = await sql<z.input<typeof TicketLine>>`
      select ${lineColumns}
      from   tickets t ${lineJoins}
      where  t.subscriber_id = any(${ids}::bigint[]) and t.merged_into_id is null
      and    ${reaches(ctx, 'tickets.view')}
      order  by t.state = 'done', t.opened_at desc
      limit  ${MOST_SHOWN}`.execute(ctx.db);
    return rows.length === 0 ? null : rows;
  },
};
