import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import type { About } from './api.ts';

/** Says what a product is for and why it is sold, without touching the terms of any version. */
export async function describeProduct(
  ctx: Ctx,
  { id, ...about }: About & { id: number },
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('products')
    .set({ ...about, eligibility: JSON.stringify(about.eligibility) })
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!changed) return fail('catalog.no_such_product');
  await emit(ctx, {
    type: 'catalog.product_described',
    subject: { kind: 'product', id },
    facts: { product: changed.name, ...about },
  });
  return ok({});
}
