import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../subscribers/index.ts';
import type { DealLine } from './api/deals.ts';
import { reaches } from './reach.ts';

const MOST_SHOWN = 5;

/** The latest deals of a subscriber, the open ones first: a part of the 360° card. */
export const dealsPart: CardPart = {
  key: 'deals',
  isOurWork: true,
  load: async (ctx, ids) => {
    // deals_subscriber (subscriber_id, opened_at desc)
    const { rows } = await sql<z.input<typeof DealLine>>`
      select d.id, s.name as stage, d.state, d.opened_at, d.monthly_minor, d.currency
      from   deals d join pipeline_stages s on s.id = d.stage_id
      where  d.subscriber_id = any(${ids}::bigint[]) and ${reaches(ctx, 'sales.work')}
      order  by d.state <> 'open', d.opened_at desc
      limit  ${MOST_SHOWN}`.execute(ctx.db);
    return rows.length === 0 ? null : rows;
  },
};
