import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { type Fail, fail, ok, type Result } from '../../kernel/result.ts';
import type { giftsApi } from '../api/gifts.ts';
import { nameTaken } from '../name-taken.ts';

type Input = z.output<(typeof giftsApi)['POST /api/vip-gift-items']['input']>;

/** A supplier who is no more, or never was. */
export async function refuseSupplier(ctx: Ctx, supplierId: number | null): Promise<Fail | null> {
  if (supplierId === null) return null;
  const found = await ctx.db
    .selectFrom('vipSuppliers')
    .select('id')
    .where('id', '=', supplierId)
    .executeTakeFirst();
  return found ? null : fail('vip.no_such_supplier', {}, { supplierId: 'vip.no_such_supplier' });
}

/** Adds a gift to the catalogue. */
export async function addItem(
  ctx: Ctx,
  { isArchived, ...fields }: Input,
): Promise<Result<{ id: number }>> {
  const refused = await refuseSupplier(ctx, fields.supplierId);
  if (refused) return refused;
  const made = await ctx.db
    .insertInto('vipGiftItems')
    .values({ ...fields, archivedAt: isArchived ? ctx.clock.now() : null })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return nameTaken();
  const subject = { kind: 'vip_gift_item', id: made.id };
  await emit(ctx, { type: 'vip.item_added', subject, facts: { gift: fields.name } });
  return ok(made);
}
