import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { BundlePrice } from './share-bundle.ts';

/** A bundle as a base brings it, its products by name. */
type BundleLoad = BundlePrice & { name: string; products: readonly string[] };

/** Writes bundles; those of a name that is there stay as they are. */
export async function loadBundles(ctx: Ctx, bundles: readonly BundleLoad[]): Promise<void> {
  await sql`
    with given as (
      select g.name, g.kind, g.value, g.products
      from   jsonb_to_recordset(${JSON.stringify(bundles)}::jsonb)
               as g(name text, kind text, value bigint, products text[])),
    made as (
      insert into bundles (name, kind, value, created_at)
      select name, kind, value, ${ctx.clock.now()} from given
      on     conflict (name) do nothing returning id, name)
    insert into bundle_products (bundle_id, product_id)
    select m.id, p.id from made m join given g on g.name = m.name
    join   products p on p.name = any(g.products)`.execute(ctx.db);
}
