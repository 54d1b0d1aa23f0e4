import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { today } from '../../subscribers/index.ts';
import type { bundlesApi } from '../api/bundles.ts';
import { newestInForce } from '../newest-in-force.ts';

type Listed = z.input<(typeof bundlesApi)['GET /api/bundles']['output']>;

const MOST_BUNDLES = 500;

/** Bundles with their parts at today's own prices, those no longer sold last. */
export async function listBundles(ctx: Ctx): Promise<Result<Listed>> {
  // bundle_products_pkey, products_pkey, product_versions_product_id_version_key
  const { rows } = await sql<Listed['bundles'][number]>`
    select b.id, b.name, b.kind, b.value, b.archived_at is not null as is_archived,
           jsonb_agg(jsonb_build_object('productId', p.id, 'name', p.name,
                                        'feeMinor', coalesce(v.monthly_fee_minor, 0))
                     order by v.monthly_fee_minor desc nulls last, p.id) as parts
    from   bundles b
    join   bundle_products m on m.bundle_id = b.id
    join   products p on p.id = m.product_id
    left   join ${newestInForce(today(ctx))} v on true
    group  by b.id
    order  by b.archived_at is not null, b.id desc limit ${MOST_BUNDLES}`.execute(ctx.db);
  return ok({ currency: ctx.operator.currency, bundles: rows });
}
