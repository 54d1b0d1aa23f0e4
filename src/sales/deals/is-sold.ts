import { sql } from 'kysely';

/**
 * Whether deal `d` is sold: won, or agreed on in a guided sale and not lost since. Served by
 * guided_sales_deal (deal_id, id).
 */
export const isSold = sql<boolean>`(d.state = 'won' or (d.state = 'open' and exists (
  select from guided_sales o where o.deal_id = d.id and o.state = 'agreed')))`;
