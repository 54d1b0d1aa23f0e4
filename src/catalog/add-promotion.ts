import type { z } from 'zod';
import type { Ctx } from '../kernel/context.ts';
import { emit } from '../kernel/events/journal.ts';
import { type Done, fail, ok, type Result } from '../kernel/result.ts';
import type { api } from './api.ts';

const MOST_PERCENT = 10_000;

type Input = z.output<(typeof api)['POST /api/promotions']['input']>;

export async function addPromotion(ctx: Ctx, input: Input): Promise<Result<{ id: number }>> {
  const isBackwards = input.offeredTo !== null && input.offeredTo < input.offeredFrom;
  if (isBackwards)
    return fail('catalog.wrong_promotion', {}, { offeredTo: 'catalog.wrong_promotion' });
  if (input.kind === 'percent' && input.value > MOST_PERCENT) {
    return fail('catalog.wrong_promotion', {}, { value: 'catalog.wrong_promotion' });
  }
  if (input.productId !== null) {
    const product = await ctx.db
      .selectFrom('products')
      .select('id')
      .where('id', '=', input.productId)
      .executeTakeFirst();
    if (!product) return fail('catalog.no_such_product');
  }
  const made = await ctx.db
    .insertInto('promotions')
    .values({ ...input, createdAt: ctx.clock.now() })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('catalog.name_taken', {}, { name: 'catalog.name_taken' });
  await emit(ctx, {
    type: 'catalog.promotion_added',
    subject: { kind: 'promotion', id: made.id },
    facts: input,
  });
  return ok(made);
}

/** Gives a promotion no longer, or again; whoever has it keeps it. */
export async function archivePromotion(
  ctx: Ctx,
  { id, isArchived }: { id: number; isArchived: boolean },
): Promise<Result<Done>> {
  const changed = await ctx.db
    .updateTable('promotions')
    .set({ archivedAt: isArchived ? ctx.clock.now() : null })
    .where('id', '=', id)
    .returning('name')
    .executeTakeFirst();
  if (!changed) return fail('catalog.no_such_promotion');
  await emit(ctx, {
    type: 'catalog.promotion_archived',
    subject: { kind: 'promotion', id },
    facts: { promotion: changed.name, isArchived },
  });
  return ok({});
}
