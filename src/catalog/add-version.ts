import type { Ctx } from '../kernel/context.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import type { Product, Terms } from './api.ts';
import { insertVersion } from './insert-version.ts';
import { refuseTerms } from './refuse-terms.ts';

/**
 * Adds a version of a product. An earlier one is never changed: whoever has it keeps its price and
 * its terms.
 * @returns the version's id
 */
export async function addVersion(
  ctx: Ctx,
  { id, terms }: { id: number; terms: Terms },
): Promise<Result<{ id: number }>> {
  const product = await ctx.db
    .selectFrom('products')
    .select(['id', 'name', 'kind'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!product) return fail('catalog.no_such_product');
  const refused = await refuseTerms(ctx, product.kind as Product['kind'], terms);
  if (refused) return refused;
  return ok({ id: await insertVersion(ctx, product, terms, ctx.operator.currency) });
}
