import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { emit } from '../../kernel/events/journal.ts';
import { fail, ok, type Result } from '../../kernel/result.ts';
import type { giftsApi } from '../api/gifts.ts';
import { nameTaken } from '../name-taken.ts';
import { refuseSupplier } from './add-item.ts';

type Input = z.output<(typeof giftsApi)['PUT /api/vip-gift-items/{id}']['input']>;

/** Changes a gift of the catalogue; what was planned keeps what it was to cost. */
export async function changeItem(
  ctx: Ctx,
  { id, version, isArchived, ...fields }: Input,
): Promise<Result<{ id: number; version: number }>> {
  const refused = await refuseSupplier(ctx, fields.supplierId);
  if (refused) return refused;
  // vip_gift_items_pkey; whoever has not seen what approvals took would put it back
  const { rows } = await sql<{ version: number; isOthers: boolean }>`
    select version, exists (select from vip_gift_items o
                            where  o.name = ${fields.name} and o.id <> i.id) as is_others
    from   vip_gift_items i where id = ${id} for update`.execute(ctx.db);
  const [row] = rows;
  if (!row) return fail('vip.no_such_item');
  if (row.version !== version) return fail('vip.changed_meanwhile');
  if (row.isOthers) return nameTaken();
  await ctx.db
    .updateTable('vipGiftItems')
    .set({ ...fields, archivedAt: isArchived ? ctx.clock.now() : null, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'vip_gift_item', id };
  await emit(ctx, { type: 'vip.item_changed', subject, facts: { gift: fields.name } });
  return ok({ id, version: version + 1 });
}
