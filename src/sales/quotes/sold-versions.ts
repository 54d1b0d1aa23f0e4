import { sql } from 'kysely';
import type { z } from 'zod';
import { eligible, newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';
import type { QuoteLine } from '../api/quotes.ts';
import { linesOfDeal } from '../recommending/lines-of.ts';
import { isReached, type Offer } from '../recommending/offers.ts';
import { type Buyer, takersOver } from '../recommending/takers-over.ts';

export type Sold = {
  productId: number;
  costMinor: number | null;
  line: z.output<typeof QuoteLine>;
  kind: 'tariff' | 'addon' | 'equipment';
  isEligible: boolean;
  /** Whether a line of the address bears it and is not stopped. */
  isReached: boolean;
};

type Row = Sold['line'] &
  Omit<Sold, 'line' | 'isReached'> & { technologies: Offer['technologies'] };

/**
 * Versions that are sold today, of each product the newest in force, in the order asked for, and
 * whether this buyer may take them there and they can be had there.
 */
export async function soldVersions(
  ctx: Ctx,
  ids: readonly number[],
  deal: Buyer & { id: number },
): Promise<Sold[]> {
  const day = today(ctx);
  const lines = await linesOfDeal(ctx, deal);
  // product_versions_pkey, products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<Row>`
    with t as (${takersOver(day, deal, lines)})
    select v.id as product_version_id, p.name, v.speed_kbps,
           v.monthly_fee_minor as monthly_minor, v.connection_fee_minor as once_minor,
           v.least_months, v.leaving_fee_minor, v.instalments, null as bundle,
           p.id as product_id, p.kind, v.cost_minor, v.technologies,
           exists (select from t where ${eligible(sql`p.eligibility`, sql`t`)}) as is_eligible
    from   products p join ${newestInForce(day)} v on true
    where  p.id in (select product_id from product_versions where id = any(${[...ids]}::bigint[]))
    and    v.id = any(${[...ids]}::bigint[]) and p.archived_at is null
    and    v.currency = ${ctx.operator.currency}
    order  by array_position(${[...ids]}::bigint[], v.id)`.execute(ctx.db);
  return rows.map(({ productId, costMinor, kind, isEligible, technologies, ...line }) => ({
    line,
    productId,
    costMinor,
    kind,
    isEligible,
    isReached: isReached({ technologies, speedKbps: line.speedKbps }, lines),
  }));
}
