import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import type { Product, Terms } from './api.ts';
import { insertVersion } from './insert-version.ts';
import { refuseTerms } from './refuse-terms.ts';

/** Adds a product with its first version, in the operator's currency. */
export async function addProduct(
  ctx: Ctx,
  input: Pick<Product, 'kind' | 'service' | 'name'> & { terms: Terms },
): Promise<Result<{ id: number }>> {
  const { terms, ...product } = input;
  const refused = await refuseTerms(ctx, product.kind, terms);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('products')
    .values({ ...product, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('catalog.name_taken', {}, { name: 'catalog.name_taken' });
  await insertVersion(ctx, { id: made.id, name: product.name }, terms, ctx.operator.currency);
  return ok(made);
}

/** Sells a product no longer, or again; whoever has it keeps it. */
export async function archiveProduct(
  ctx: Ctx,
  { id, isArchived }: { id: number; isArchived: boolean },
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('products')
    .set({ archivedAt: isArchived ? ctx.clock.now() : null })
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!changed) return fail('catalog.no_such_product');
  await emit(ctx, {
    type: 'catalog.product_archived',
    subject: { kind: 'product', id },
    facts: { product: changed.name, isArchived },
  });
  return ok({});
}
