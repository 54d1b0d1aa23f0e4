import { sql } from 'kysely';
import type { z } from 'zod';
import { eligible, newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { linesAt } from '../../network/index.ts';
import { today } from '../../subscribers/index.ts';
import type { QuoteLine } from '../api/quotes.ts';
import { type Buyer, takersOver } from '../recommending/takers-over.ts';

export type Sold = {
  productId: number;
  costMinor: number | null;
  line: z.output<typeof QuoteLine>;
  kind: 'tariff' | 'addon' | 'equipment';
  isEligible: boolean;
};

/**
 * Versions that are sold today, of each product the newest in force, in the order asked for, and
 * whether this buyer may take them there.
 */
export async function soldVersions(
  ctx: Ctx,
  ids: readonly number[],
  buyer: Buyer,
): Promise<Sold[]> {
  const day = today(ctx);
  const lines =
    buyer.buildingId === null ? [] : (await linesAt(ctx, buyer.buildingId, undefined)).lines;
  const technologies = lines.map(({ technology }) => technology);
  // product_versions_pkey, products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<Sold['line'] & Omit<Sold, 'line'>>`
    with t as (${takersOver(day, buyer, technologies.length > 0 ? technologies : [null])})
    select v.id as product_version_id, p.name, v.speed_kbps,
           v.monthly_fee_minor as monthly_minor, v.connection_fee_minor as once_minor,
           v.least_months, v.leaving_fee_minor, v.instalments, null as bundle,
           p.id as product_id, p.kind, v.cost_minor,
           exists (select from t where ${eligible(sql`p.eligibility`, sql`t`)}) as is_eligible
    from   products p join ${newestInForce(day)} v on true
    where  p.id in (select product_id from product_versions where id = any(${[...ids]}::bigint[]))
    and    v.id = any(${[...ids]}::bigint[]) and p.archived_at is null
    and    v.currency = ${ctx.operator.currency}
    order  by array_position(${[...ids]}::bigint[], v.id)`.execute(ctx.db);
  return rows.map(({ productId, costMinor, kind, isEligible, ...line }) => ({
    line,
    productId,
    costMinor,
    kind,
    isEligible,
  }));
}
