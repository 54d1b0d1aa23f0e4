import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { BundlePrice } from './share-bundle.ts';

export type Bundle = BundlePrice & { id: number; name: string; productIds: number[] };

/**
 * Bundles all of whose parts are among these products, the largest first.
 * @param keptIds some that are no longer sold and count all the same
 */
export async function findBundles(
  ctx: Ctx,
  productIds: readonly number[],
  keptIds: readonly number[] = [],
): Promise<Bundle[]> {
  // bundle_products_pkey; an operator has few
  const { rows } = await sql<Bundle>`
    select b.id, b.name, b.kind, b.value, array_agg(m.product_id order by m.product_id)
             as product_ids
    from   bundles b join bundle_products m on m.bundle_id = b.id
    where  b.archived_at is null or b.id = any(${[...keptIds]}::bigint[])
    group  by b.id
    having array_agg(m.product_id) <@ ${[...productIds]}::bigint[]
    order  by count(*) desc, b.id`.execute(ctx.db);
  return rows;
}
