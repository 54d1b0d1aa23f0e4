import { sql } from 'kysely';
import { newestInForce } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { today } from '../../subscribers/index.ts';

/** Of each version that of its product which is sold today; of one sold no more there is none. */
export async function soldNow(ctx: Ctx, ids: readonly number[]): Promise<Map<number, number>> {
  // product_versions_pkey, products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<{ id: number; now: number }>`
    select w.id, now.id as now
    from   product_versions w
    join   products p on p.id = w.product_id and p.archived_at is null
    join   ${newestInForce(today(ctx))} now on true
    where  w.id = any(${[...ids]}::bigint[])`.execute(ctx.db);
  return new Map(rows.map(({ id, now }) => [id, now]));
}
