import { sql } from 'kysely';
import type { Ctx } from '../kernel/context.ts';
import { ok, type Result } from '../kernel/result.ts';
import type { Promotion } from './api.ts';

const MOST_PROMOTIONS = 500;

/** Promotions, those no longer given last. */
export async function listPromotions(ctx: Ctx): Promise<Result<{ promotions: Promotion[] }>> {
  const { rows } = await sql<Promotion>`
    select m.id, m.name, m.product_id, p.name as product, m.kind, m.value, m.lasts_days,
           m.offered_from, m.offered_to, m.archived_at is not null as is_archived
    from   promotions m left join products p on p.id = m.product_id
    order  by m.archived_at is not null, m.id desc limit ${MOST_PROMOTIONS}`.execute(ctx.db);
  return ok({ promotions: rows });
}

/** A promotion that is given on a day, for those who take that product then; null where none is. */
export async function findPromotion(
  ctx: Ctx,
  id: number,
  on: string,
): Promise<Pick<Promotion, 'id' | 'name' | 'kind' | 'value' | 'lastsDays' | 'productId'> | null> {
  const found = await ctx.db
    .selectFrom('promotions')
    .select(['id', 'name', 'kind', 'value', 'lastsDays', 'productId'])
    .where('id', '=', id)
    .where('archivedAt', 'is', null)
    .where('offeredFrom', '<=', on)
    .where((e) => e.or([e('offeredTo', 'is', null), e('offeredTo', '>=', on)]))
    .executeTakeFirst();
  return (found as Awaited<ReturnType<typeof findPromotion>>) ?? null;
}
