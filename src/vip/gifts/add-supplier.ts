import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { nameTaken } from '../name-taken.ts';

/** Adds a supplier. */
export async function addSupplier(
  ctx: Ctx,
  fields: { name: string; contact: string },
): Promise<Result<{ id: number }>> {
  const made = await ctx.db
    .insertInto('vipSuppliers')
    .values(fields)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'vip_supplier', id: made.id };
  await emit(ctx, { type: 'vip.supplier_added', subject, facts: { supplier: fields.name } });
  return ok(made);
}
