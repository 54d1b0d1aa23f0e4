import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import type { Terms } from './api.ts';

/** The next version of a product. @returns its id */
export async function insertVersion(
  ctx: Ctx,
  product: { id: number; name: string },
  { rates, ...terms }: Terms,
  currency: string,
): Promise<number> {
  // product_versions_product_id_version_key (product_id, version)
  const last = await ctx.db
    .selectFrom('productVersions')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('productId', '=', product.id)
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  const { id } = await ctx.db
    .insertInto('productVersions')
    .values({ productId: product.id, version, currency, ...terms })
    .returning('id')
    .executeTakeFirstOrThrow();
  if (rates.length > 0) {
    const rows = rates.map((rate, position) => ({ productVersionId: id, position, ...rate }));
    await ctx.db.insertInto('usageRates').values(rows).execute();
  }
  await emit(ctx, {
    type: 'catalog.version_added',
    subject: { kind: 'product', id: product.id },
    facts: { product: product.name, version, currency, ...terms, rates },
  });
  return id;
}
