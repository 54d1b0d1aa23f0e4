import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { PriceChange } from '../api/price-changes.ts';
import { noticeDays } from './refuse-late.ts';

const MOST_CHANGES = 200;

/** Changes of price, the latest first. */
export async function listChanges(
  ctx: Ctx,
  { productId = null }: { productId?: number | undefined | null },
): Promise<Result<{ changes: PriceChange[]; noticeDays: number }>> {
  // price_changes_pkey, price_moves_pkey
  const { rows } = await sql<PriceChange>`
    select c.id, p.id as product_id, p.name as product, b.currency, c.from_on, c.words, c.state,
           w.name as planned_by, c.planned_at, c.announced_at, c.version,
           jsonb_build_object('id', b.id, 'version', b.version,
                              'monthlyFeeMinor', b.monthly_fee_minor) as "from",
           jsonb_build_object('id', a.id, 'version', a.version,
                              'monthlyFeeMinor', a.monthly_fee_minor) as "to",
           m.touched, m.told, m.unreached, m.moved
    from   price_changes c
    join   product_versions b on b.id = c.from_version_id
    join   product_versions a on a.id = c.to_version_id
    join   products p on p.id = b.product_id
    left   join staff w on w.id = c.planned_by
    cross  join lateral (
      select count(*) as touched, count(way) as told,
             count(*) filter (where told_at is not null and way is null and done_at is null)
               as unreached,
             count(moved_to_id) as moved
      from   price_moves where price_change_id = c.id) m
    where  ${productId}::bigint is null or p.id = ${productId}::bigint
    order  by c.id desc limit ${MOST_CHANGES}`.execute(ctx.db);
  return ok({ changes: rows, noticeDays: await noticeDays(ctx) });
}
