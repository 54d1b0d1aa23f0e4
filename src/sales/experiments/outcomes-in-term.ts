import { type RawBuilder, sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';

/** So long a deal has to be sold, the same for every version. */
const TERM_DAYS = 30;

/**
 * Of deal `d` that began with guided sale `g`, as columns: whether it is known what came of it
 * within the term, and whether it was sold by then: won, or agreed on and not lost. What comes
 * after the term changes nothing. Served by guided_sales_deal (deal_id, id).
 */
export function outcomesInTerm(ctx: Ctx): RawBuilder<unknown> {
  const term = sql`(g.started_at + ${TERM_DAYS} * interval '1 day')`;
  const isClosed = sql`d.closed_at <= ${term}`;
  const isAgreed = sql`exists (select from guided_sales o where o.deal_id = d.id
                               and o.state = 'agreed' and o.ended_at <= ${term})`;
  return sql`
    coalesce(${isClosed}, false) or ${term} <= ${ctx.clock.now()} as is_settled,
    case when ${isClosed} then d.state = 'won' else ${isAgreed} end as is_sold`;
}
