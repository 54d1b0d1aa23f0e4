import { sql } from 'kysely';
import type { Ctx } from '../../kernel/context.ts';
import type { Basis } from '../recommending/recommend-at.ts';
import type { TariffChoice } from './tariff-choice.ts';

export type Recommended = Basis & { choices: TariffChoice[] };

/** What was recommended last in a guided sale. */
export async function latestRecommendation(
  ctx: Ctx,
  guidedSaleId: number,
): Promise<Recommended | undefined> {
  // sale_recommendations_sale (guided_sale_id, id)
  const { rows } = await sql<Recommended>`
    select needs, lines, had, choices from sale_recommendations
    where  guided_sale_id = ${guidedSaleId} order by id desc limit 1`.execute(ctx.db);
  return rows[0];
}
