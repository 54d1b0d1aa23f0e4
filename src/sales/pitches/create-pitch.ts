import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { PitchBody } from '../api/pitches.ts';

/** Prepares the argument for a further service; each has one. */
export async function createPitch(
  ctx: Ctx,
  { productId, ...body }: PitchBody & { productId: number },
): Promise<Result<{ id: number }>> {
  const product = await ctx.db
    .selectFrom('products')
    .select('name')
    .where('id', '=', productId)
    .where('kind', '=', 'addon')
    .where('archivedAt', 'is', null)
    .executeTakeFirst();
  if (!product) return fail('sales.product_not_found');
  const now = ctx.clock.now();
  const made = await ctx.db
    .insertInto('pitches')
    .values({ productId, ...body, createdAt: now, updatedAt: now })
    .onConflict((conflict) => conflict.column('productId').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return fail('sales.pitch_taken', { product: product.name });
  await emit(ctx, {
    type: 'sales.pitch_made',
    subject: { kind: 'pitch', id: made.id },
    facts: { product: product.name, ...body },
  });
  return ok(made);
}

/** An argument that a base or the demo brings; a product that has one keeps it. */
export type PitchLoad = { productName: string; argument: string; position: number };

/** Writes arguments for products found by name. */
export async function bulkLoad(ctx: Ctx, pitches: readonly PitchLoad[]): Promise<void> {
  const now = ctx.clock.now();
  await sql`
    insert into pitches (product_id, argument, position, created_at, updated_at)
    select r.id, p.argument, p.position, ${now}, ${now}
    from   jsonb_to_recordset(${JSON.stringify(pitches)}::jsonb)
             as p("productName" text, argument text, position integer)
    join   products r on r.name = p."productName"
    on conflict (product_id) do nothing`.execute(ctx.db);
}
