import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Offer } from '../api/shapes.ts';

const MOST_OFFERS = 20;

/** What competitors offer at a house, what was seen last first. */
export async function offersAt(ctx: Ctx, buildingIds: readonly number[]): Promise<Offer[]> {
  // competitor_offers_building (building_id, seen_on desc) where removed_at is null
  const { rows } = await sql<Offer>`
    select o.id, o.competitor, o.technology, o.speed_kbps, o.price_minor, o.currency, o.terms,
           o.seen_on, s.name as seen_by
    from   competitor_offers o left join staff s on s.id = o.seen_by
    where  o.building_id = any(${[...buildingIds]}::bigint[]) and o.removed_at is null
    order  by o.seen_on desc, o.id desc
    limit  ${MOST_OFFERS}`.execute(ctx.db);
  return rows;
}
