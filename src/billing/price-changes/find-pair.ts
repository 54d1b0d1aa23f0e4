import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { WantedChange } from '../api/price-changes.ts';

export type Pair = {
  productId: number;
  product: string;
  currency: string;
  beforeMinor: number;
  afterMinor: number;
};

/** Two versions of one product, of which the second may take the place of the first on a day. */
export async function findPair(ctx: Ctx, wanted: WantedChange): Promise<Result<Pair>> {
  const { fromVersionId, toVersionId, fromOn } = wanted;
  // product_versions_pkey, products_pkey
  const { rows } = await sql<Pair & { isOther: boolean; isInParts: boolean }>`
    select p.id as product_id, p.name as product, b.currency, a.currency <> b.currency as is_other,
           a.instalments > 0 or b.instalments > 0 as is_in_parts,
           b.monthly_fee_minor as before_minor, a.monthly_fee_minor as after_minor
    from   product_versions b
    join   product_versions a on a.product_id = b.product_id and a.id <> b.id
    join   products p on p.id = b.product_id
    where  b.id = ${fromVersionId} and a.id = ${toVersionId}
    and    a.valid_from <= ${fromOn}`.execute(ctx.db);
  const [pair] = rows;
  if (!pair) return fail('billing.no_such_version');
  if (pair.isInParts) return fail('billing.sold_in_parts');
  return pair.isOther ? fail('billing.other_currency') : ok(pair);
}
