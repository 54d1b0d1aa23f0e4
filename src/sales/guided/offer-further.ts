import { sql } from 'kysely';
import { loadCatalogSettings } from '../../catalog/index.ts';
import type { Ctx } from '../../kernel/context.ts';
import { keptBeside } from '../recommending/count-kept.ts';
import { offersOnSale } from '../recommending/offers-on-sale.ts';
import { recommendFurther } from '../recommending/recommend-further.ts';
import { askedLately } from './asked-lately.ts';
import { latestRecommendation } from './latest-recommendation.ts';
import type { Guided } from './lock-guided.ts';
import { besideOf } from './tariff-choice.ts';

/**
 * Chooses one or two further services by the needs. What was answered already stays; what was not,
 * and does not fit any more, is taken back.
 */
export async function offerFurther(ctx: Ctx, row: Guided): Promise<void> {
  const recommended = await latestRecommendation(ctx, row.id);
  if (!recommended) return;
  const taken = row.taken ?? recommended.choices[0];
  const { leastMarginPercent } = await loadCatalogSettings(ctx);
  const { needs, lines } = recommended;
  const offers = (await offersOnSale(ctx, row, lines)).filter(({ isHad }) => !isHad);
  const found = recommendFurther(needs, lines, offers, {
    kept: await keptBeside(ctx, taken?.productId ?? null),
    leftOut: [
      ...(await askedLately(ctx, row)),
      ...(taken ? besideOf(taken).map(({ productId }) => productId) : []),
    ],
    leastMarginPercent,
  });
  const rows = found.map(({ offer, isNeeded, keptPercent }) => ({
    productId: offer.productId,
    versionId: offer.versionId,
    isNeeded,
    keptPercent,
  }));
  const json = JSON.stringify(rows);
  await sql`
    delete from guided_furthers
    where  guided_sale_id = ${row.id} and answer is null
    and    product_id <> all(${rows.map(({ productId }) => productId)}::bigint[])`.execute(ctx.db);
  await sql`
    insert into guided_furthers (guided_sale_id, product_id, product_version_id, is_needed, kept_percent)
    select ${row.id}, f."productId", f."versionId", f."isNeeded", f."keptPercent"
    from   jsonb_to_recordset(${json}::jsonb) as f
             ("productId" bigint, "versionId" bigint, "isNeeded" boolean, "keptPercent" integer)
    on conflict do nothing`.execute(ctx.db);
}
