import { sql } from 'kysely';
import type { z } from 'zod';
import { newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { Agreed } from '../api/quotes.ts';

/**
 * What was agreed on last in a guided sale of a deal, as a quote offers it: each product in the
 * version that is sold now, the line's cost without the tariff's own fee. Null where nothing was.
 */
export async function agreedOf(ctx: Ctx, dealId: number): Promise<z.input<typeof Agreed> | null> {
  // guided_sales_deal (deal_id, id), deal_products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<z.input<typeof Agreed>>`
    select coalesce(sold.ids, '{}') as product_version_ids,
           coalesce(greatest(
             g.connection_minor - (g.taken ->> 'connectionFeeMinor')::bigint, 0), 0)
             as connection_minor,
           coalesce(g.payment, 'full') as payment, coalesce(g.payment_parts, 1) as parts
    from   guided_sales g
    cross  join lateral (
      select array_agg(now.id order by o.monthly_minor desc, now.id) as ids
      from   deal_products o
      join   product_versions w on w.id = o.product_version_id
      join   products p on p.id = w.product_id and p.archived_at is null
      join   ${newestInForce(today(ctx))} now on true
      where  o.deal_id = g.deal_id) sold
    where  g.deal_id = ${dealId} and g.state = 'agreed'
    order  by g.id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}
