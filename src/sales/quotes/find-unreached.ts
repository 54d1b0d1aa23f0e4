import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import { linesOfDeal } from '../recommending/lines-of.ts';
import { isReached, type Offer } from '../recommending/offers.ts';
import type { LockedQuote } from './lock-quote.ts';

type Version = Pick<Offer, 'name' | 'technologies' | 'speedKbps'>;

/** What of a quote no line of the deal's address bears now, by its name; null: all is borne. */
export async function findUnreached(
  ctx: Ctx,
  deal: { id: number; buildingId: number | null },
  { lines }: Pick<LockedQuote, 'lines'>,
): Promise<string | null> {
  const there = await linesOfDeal(ctx, deal);
  const ids = lines.flatMap(({ productVersionId }) => productVersionId ?? []);
  // product_versions_pkey, products_pkey
  const { rows } = await sql<Version>`
    select p.name, v.technologies, v.speed_kbps
    from   product_versions v join products p on p.id = v.product_id
    where  v.id = any(${ids}::bigint[]) order by v.id`.execute(ctx.db);
  return rows.find((version) => !isReached(version, there))?.name ?? null;
}
