import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';

/**
 * Removes products with their versions, as an undone import leaves them behind: of those given, the
 * ones that an import made. The caller has made sure that nobody subscribes to them.
 */
export async function removeProducts(ctx: Ctx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const these = sql`any(${[...ids]}::bigint[])`;
  await sql`delete from usage_rates where product_version_id in (
    select id from product_versions where product_id = ${these})`.execute(ctx.db);
  await sql`delete from promotions where product_id = ${these}`.execute(ctx.db);
  await sql`delete from product_versions where product_id = ${these}`.execute(ctx.db);
  await sql`delete from products where id = ${these}`.execute(ctx.db);
}
