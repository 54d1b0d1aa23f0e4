import { sql } from 'kysely';
import type { z } from 'zod';
import type { CardPart } from '../../subscribers/index.ts';
import type { CaseLine } from '../api/cases.ts';
import { reaches } from '../reach.ts';
import { leavesOn } from './leaves-on.ts';

const MOST_SHOWN = 3;

/** The latest cases of a subscriber, the open one first: a part of the 360° card. */
export const casesPart: CardPart = {
  key: 'cases',
  isOurWork: true,
  load: async (ctx, ids) => {
    // retention_cases_subscriber (subscriber_id, opened_at desc)
    const { rows } = await sql<z.input<typeof CaseLine>>`
      select c.id, c.state, c.outcome, ${sql.raw(leavesOn)} as leaves_on, r.name as reason,
             c.opened_at
      from   retention_cases c left join leaving_reasons r on r.id = c.reason_id
      where  c.subscriber_id = any(${ids}::bigint[]) and ${reaches(ctx, 'retention.work')}
      order  by c.state <> 'open', c.opened_at desc
      limit  ${MOST_SHOWN}`.execute(ctx.db);
    return rows.length === 0 ? null : rows;
  },
};
