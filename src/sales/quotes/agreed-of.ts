import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import type { Agreed } from '../api/quotes.ts';
import { soldNow } from './sold-now.ts';

type Shown = z.input<typeof Agreed>;

/**
 * What was agreed on last in a guided sale of a deal, as a quote offers it: each product in the
 * version that is sold now, the line's cost without the tariff's own fee. Null where nothing was.
 */
export async function agreedOf(ctx: Ctx, dealId: number): Promise<Shown | null> {
  // guided_sales_deal (deal_id, id), deal_products_pkey
  const { rows } = await sql<Omit<Shown, 'productVersionIds'> & { versionIds: number[] }>`
    select coalesce((select array_agg(o.product_version_id
                            order by o.monthly_minor desc, o.product_version_id)
                     from   deal_products o where o.deal_id = g.deal_id), '{}') as version_ids,
           coalesce(greatest(
             g.connection_minor - (g.taken ->> 'connectionFeeMinor')::bigint, 0), 0)
             as connection_minor,
           coalesce(g.payment, 'full') as payment, coalesce(g.payment_parts, 1) as parts
    from   guided_sales g
    where  g.deal_id = ${dealId} and g.state = 'agreed'
    order  by g.id desc limit 1`.execute(ctx.db);
  const [row] = rows;
  if (!row) return null;
  const { versionIds, ...paid } = row;
  const now = await soldNow(ctx, versionIds);
  return { productVersionIds: versionIds.flatMap((id) => now.get(id) ?? []), ...paid };
}
