import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { giftsApi } from '../api/gifts.ts';

type Listed = z.input<(typeof giftsApi)['GET /api/vip-gift-items']['output']>;

/** The catalogue, what is in use first, and suppliers. */
export async function listItems(ctx: Ctx): Promise<Result<Listed>> {
  // An operator gives some dozens of things.
  const { rows: items } = await sql<Listed['items'][number]>`
    select i.id, i.version, i.name, i.kind, i.supplier_id, s.name as supplier, i.price_minor,
           i.stock, i.archived_at is not null as is_archived
    from   vip_gift_items i left join vip_suppliers s on s.id = i.supplier_id
    order  by i.archived_at is not null, i.kind, i.price_minor, i.id limit 500`.execute(ctx.db);
  const suppliers = await ctx.db
    .selectFrom('vipSuppliers')
    .select(['id', 'name', 'contact'])
    .where('archivedAt', 'is', null)
    .orderBy('name')
    .limit(300)
    .execute();
  return ok({ items, suppliers, currency: ctx.operator.currency });
}
